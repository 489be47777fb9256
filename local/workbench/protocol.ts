/**
 * What the workbench's page and its server say to each other: `POST /desk` takes an `Order` as JSON and answers
 * `{ok: true, value}` or `{ok: false, error}`. Orders are carried out one after another, those that come while an execution
 * runs between two of its service calls, as Google runs executions side by side; those that start another execution wait
 * until the one under way is five virtual seconds old, or over.
 *
 * The spreadsheet is at `http://localhost:{port}`: `/`, `/page-files/*` (TypeScript as modules ending in `.js`),
 * `/ag-grid/ag-grid-community.min.js`. The page that the script opened is at `http://127.0.0.1:{port}/page`, as whoever sits
 * at the spreadsheet, or `/page?as={email}`; it stays that person's.
 */
export type Order =
  /** Answers a `Desk`. */
  | { readonly do: 'look' }
  /** Rows of a tab, counted from 1: answers `Cells`. */
  | { readonly do: 'cells'; readonly tab: number; readonly row: number; readonly rows: number }
  /** The user types into a cell: `onEdit` is called, and edit triggers fire. */
  | { readonly do: 'type'; readonly tab: number; readonly row: number; readonly column: number; readonly text: string }
  | { readonly do: 'note'; readonly tab: number; readonly row: number; readonly column: number; readonly text: string }
  | { readonly do: 'activate'; readonly tab: number }
  /** The user selects cells, and their tab with them. */
  | {
      readonly do: 'select';
      readonly tab: number;
      readonly row: number;
      readonly column: number;
      readonly rows: number;
      readonly columns: number;
    }
  | { readonly do: 'renameTab'; readonly tab: number; readonly name: string }
  | { readonly do: 'deleteTab'; readonly tab: number }
  /** The Google Contacts of whoever sits at the spreadsheet: answers `DeskContacts`. */
  | { readonly do: 'contacts' }
  /** Adds one, with a label unless it is blank. */
  | {
      readonly do: 'addContact';
      readonly givenName: string;
      readonly familyName: string;
      readonly email: string;
      readonly phone: string;
      readonly label: string;
    }
  /** Gives one another first telephone number; blank: takes it away. */
  | { readonly do: 'editContact'; readonly contact: string; readonly phone: string }
  /** Puts one into the trash, or takes it out again. */
  | { readonly do: 'removeContact' | 'restoreContact'; readonly contact: string }
  /** Gives one a label, which is made where it is missing, or takes it away. */
  | { readonly do: 'labelContact'; readonly contact: string; readonly label: string; readonly isMember: boolean }
  /** A menu item, by its function's name. Answers how the execution ended, without a value: `Ended`. */
  | { readonly do: 'click'; readonly functionName: string }
  /** The user closes the sidebar or the dialog. */
  | { readonly do: 'closePage' }
  /** Fires a trigger now, by its id. Answers `Ended`, without a value. */
  | { readonly do: 'fire'; readonly trigger: string }
  /** Moves the clock by milliseconds; what falls due meanwhile fires. */
  | { readonly do: 'advance'; readonly ms: number }
  /** How many times faster than on Google calls take place; 0: without any waiting. */
  | { readonly do: 'speed'; readonly factor: number }
  | { readonly do: 'fault'; readonly fault: FaultName }
  /** Takes back all faults that have not struck. */
  | { readonly do: 'noFaults' }
  /** Somebody else sits down at the spreadsheet, by e-mail address. */
  | { readonly do: 'person'; readonly email: string };

/**
 * - `kill`: the next execution that makes its twentieth service call, or has made it, is killed there, as at six minutes.
 * - `slow`: each of the next 100 requests takes 50 seconds longer, so that a run needs several executions.
 * - `down`: the next 40 requests find no server.
 * - `busy`: the next 2 requests are answered 429, `Retry-After: 20`.
 * - `garbage`: the next answer is no JSON.
 * - `refused`: the next 10 requests are answered 401.
 * - `noLeave`: until it is taken back, whoever sits at the spreadsheet now has taken the script's leave away.
 * - `contactsBusy`: until it is taken back, Google Contacts refuses each request (429).
 * - `contactsDenied`: until it is taken back, nobody has given leave to see Google Contacts (403).
 * - `contactsOff`: until it is taken back, the script has no People service.
 */
export type FaultName =
  | 'kill'
  | 'slow'
  | 'down'
  | 'busy'
  | 'garbage'
  | 'refused'
  | 'noLeave'
  | 'contactsBusy'
  | 'contactsDenied'
  | 'contactsOff';

/** The whole screen but for the cells. */
export interface Desk {
  /** Milliseconds since 1970 on the virtual clock. */
  readonly now: number;
  readonly timeZone: string;
  /** The spreadsheet's name. */
  readonly name: string;
  readonly person: string;
  readonly people: readonly string[];
  readonly speed: number;
  /** Whether an execution is under way. */
  readonly isBusy: boolean;
  /** Changes whenever a cell or a tab does. */
  readonly revision: number;
  readonly tabs: readonly DeskTab[];
  readonly activeTab: number;
  /** Those of the active tab. */
  readonly charts: readonly DeskChart[];
  readonly menus: readonly DeskMenu[];
  /** What those were told who sat here then, oldest first, numbered from 0: a page shows those that it has not seen. */
  readonly messages: readonly Message[];
  /** The page beside the spreadsheet; `number` is another one each time that the script opens a page. */
  readonly page: { readonly kind: 'sidebar' | 'dialog'; readonly title: string; readonly number: number } | null;
  readonly triggers: readonly DeskTrigger[];
  /** The last 30, latest first; what a page asks over and over is there once. */
  readonly executions: readonly DeskExecution[];
  /** Mails that the script sent, latest first; the last 30. */
  readonly mails: readonly DeskMail[];
  /** Faults that are still to strike. */
  readonly faults: readonly FaultName[];
}

export interface DeskTab {
  readonly id: number;
  readonly name: string;
  readonly hidden: boolean;
  /** Of the whole tab, empty ones included. */
  readonly rows: number;
  readonly columns: number;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  /** How many pixels columns have that somebody gave a width, by their numbers from 1. */
  readonly widths: readonly (readonly [number, number])[];
}

/** A chart over the cells. */
export interface DeskChart {
  /** The cell of its upper left corner, from 1, and how many pixels it stands to the right of and below that cell's. */
  readonly row: number;
  readonly column: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** As Google calls it, such as `COLUMN`. */
  readonly type: string;
  readonly title: string;
  readonly colors: readonly string[];
  /** What stands below the axis. */
  readonly places: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
}

export interface DeskMenu {
  readonly caption: string;
  readonly items: readonly (DeskMenu | { readonly caption: string; readonly functionName: string } | 'separator')[];
}

export interface Message {
  readonly kind: 'toast' | 'alert' | 'prompt';
  readonly title: string;
  readonly text: string;
}

export interface DeskTrigger {
  readonly id: string;
  readonly functionName: string;
  readonly event: string;
  readonly owner: string;
  /** Null for those that wait for an event. */
  readonly nextAt: number | null;
}

export interface DeskExecution {
  readonly functionName: string;
  readonly person: string;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly status: 'done' | 'failed' | 'killed';
  /** What the script logged, and why it failed. */
  readonly lines: readonly string[];
}

export interface DeskMail {
  /** Who ran the script. */
  readonly from: string;
  readonly to: string;
  readonly cc: string;
  readonly subject: string;
  /** The text, not the HTML. */
  readonly body: string;
  readonly at: number;
}

export interface Cells {
  /** As shown on the screen, one array a row; trailing empty cells are left out. */
  readonly rows: readonly (readonly string[])[];
  /** The columns, counted from 1, of the numbers and dates in each of those rows: they stand at the right. */
  readonly numbers: readonly (readonly number[])[];
  /** What the formula bar shows where it is not the shown text. */
  readonly entries: readonly { readonly row: number; readonly column: number; readonly text: string }[];
  readonly notes: readonly { readonly row: number; readonly column: number; readonly text: string }[];
  /** The cells that do not look as all others. */
  readonly looks: readonly { readonly row: number; readonly column: number; readonly look: CellLook }[];
  /** The cells that draw a line through numbers. */
  readonly sparklines: readonly { readonly row: number; readonly column: number; readonly values: readonly number[] }[];
}

/** What is plain is absent; colours are those of CSS. */
export interface CellLook {
  readonly isBold?: true;
  /** Points, of which a plain text has 10. */
  readonly size?: number;
  readonly color?: string;
  readonly background?: string;
  readonly align?: string;
}

/** A person's Google Contacts. */
export interface DeskContacts {
  /** In order of creation. */
  readonly contacts: readonly DeskContact[];
  /** What can be restored. */
  readonly trash: readonly DeskContact[];
  /** The names of the labels that the person made. */
  readonly labels: readonly string[];
}

export interface DeskContact {
  /** Its resource name, for orders. */
  readonly contact: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly labels: readonly string[];
}

/** How an execution ended. */
export type Ended =
  | { readonly status: 'done'; readonly value: unknown }
  /** `error` is what `google.script.run` hands to a failure handler. */
  | { readonly status: 'failed'; readonly error: { readonly name: string; readonly message: string } };

/** What a page of the script is told of its surroundings. */
export interface BridgeOptions {
  /** What `google.script.run` can call. */
  readonly functions: readonly string[];
  /** Whose page it is, by e-mail address. */
  readonly person: string;
  /** Where the spreadsheet is that shows the page. */
  readonly origin: string;
}
