import type { Entry, RunOptions } from '../engine/engine';
import type { AlertsCalls } from './alerts/alerts-rpc';
import type { ContactsCalls } from './contacts/contacts-rpc';
import type { RemoteCalls } from './remote/remote-rpc';
import type { Rhythm, Schedule } from './schedule';

export type * from './alerts/alerts-rpc';
export type * from './contacts/contacts-rpc';
export type * from './remote/remote-rpc';
export type { Rhythm, RunOptions };

/**
 * What pages and the command line send and receive: plain JSON, as `google.script.run` demands. Instants are milliseconds
 * since 1970; texts are in the user's language.
 */
export interface Calls extends AlertsCalls, ContactsCalls, RemoteCalls {
  /** All that the sidebar shows first. `language` spares the question which one the user wants; absent: it is looked up. */
  openHome(language?: Language): Result<Home>;
  /** Makes that the user's language from now on, in menus, tabs and pages. */
  chooseLanguage(language: Language): Result<Home>;
  listConnections(): Result<readonly ConnectionView[]>;
  /** Asks the system who we are, with the draft's settings and, where it leaves them out, the stored secrets. Stores nothing. */
  testConnection(draft: Draft): Result<string>;
  saveConnection(draft: Draft): Result<ConnectionView>;
  /** The last characters of the secrets that the person has stored for a connection, by setting name. */
  readEndings(id: string): Result<Readonly<Record<string, string>>>;
  /** Switches the runs of a schedule off and on; a connection without a schedule gets one of every morning. */
  pauseConnection(id: string, isPaused: boolean): Result<ConnectionView>;
  /** Has the person's automatic syncs called again, where Google calls them no more. */
  reviveSyncs(): Result<Home>;
  /** Removes a connection; `tabs`: its tabs stay as they are, or go with it. */
  removeConnection(id: string, tabs: 'keep' | 'delete'): Result<null>;
  /** Syncs connections, or all; returns when they are done or Google's six minutes are over. */
  runNow(ids?: readonly string[], options?: RunOptions): Result<RunView>;
  /** Goes on with the person's own run that is paused or was killed. */
  continueNow(): Result<RunView>;
  /** Ends the run under way at its next page; what was read stays. */
  stopRun(): Result<null>;
  /** The run that has begun and not ended; null: none. */
  readProgress(): Result<Progress | null>;
  /** The last runs of a connection, of the two-way sync (`contacts`), or of all, latest first. */
  readHistory(connection: string | null): Result<readonly HistoryRun[]>;
  /** Brings the history's tab to the front. */
  showHistoryTab(): Result<null>;
  /** The rows of the history's tab, those of months' summaries among them, as a CSV file for the user's language. */
  exportHistory(): Result<string>;
  /** Draws the dashboard, a tab of its own, as of now, and brings it to the front. */
  showDashboard(): Result<null>;
  /** The connections without their secrets, as JSON that `importConnections` reads. */
  exportConnections(): Result<string>;
  /** Adds the connections of an export as the person's own; their secrets are still to be typed. */
  importConnections(text: string): Result<Home>;
  /** Makes a new key that secrets are encrypted with; everyone's secrets move to it when they are next read. */
  rotateKey(): Result<null>;
}

export type Language = 'fr' | 'en';

/** What comes back instead of an exception. */
export type Result<T> = { readonly ok: true; readonly value: T } | Failure;

export interface Failure {
  readonly ok: false;
  /** The name of the error class; `Error` is a bug. */
  readonly kind: string;
  /** Which setting the user must edit, in a `SettingsError`. */
  readonly field?: string;
  /** What happened and what to do next, in the user's language. */
  readonly advice: string;
  /** The same for whoever helps the user: what was asked and what came, without secrets. */
  readonly details: string;
}

export interface Home {
  readonly language: Language;
  /** The e-mail address of whoever looks. */
  readonly person: string;
  /** In the order in which they are offered. */
  readonly connectors: readonly ConnectorView[];
  /** Oldest first. */
  readonly connections: readonly ConnectionView[];
  /** The two-way sync with Google Contacts is set up. */
  readonly hasContacts: boolean;
  readonly progress: Progress | null;
  /** Whose automatic syncs do not run any more. */
  readonly losses: readonly LossView[];
}

/** Somebody's automatic syncs that do not run any more. */
export interface LossView {
  readonly owner: string;
  /** Whether that is the person who looks. */
  readonly isMine: boolean;
  /** What happened and what to do. */
  readonly text: string;
}

/** A system that can be connected, and what its form asks. */
export interface ConnectorView {
  readonly name: string;
  readonly title: string;
  /** One sentence: what it brings. */
  readonly help: string;
  /** The `d` of an SVG path in a square of 24. */
  readonly icon: string;
  readonly settings: readonly SettingView[];
  readonly streams: readonly StreamView[];
}

export interface SettingView {
  readonly name: string;
  readonly title: string;
  readonly help: string;
  readonly example: string;
  readonly secret: boolean;
  readonly required: boolean;
  /** What the whole text must match, as a regular expression's source. */
  readonly pattern?: string;
  /** The only values there are; the first one stands for a blank. */
  readonly choices?: readonly { readonly value: string; readonly title: string }[];
  /** It matters only while that setting has one of those values; a blank one has its first choice. */
  readonly when?: { readonly setting: string; readonly values: readonly string[] };
}

export interface StreamView {
  readonly name: string;
  readonly title: string;
  readonly help: string;
  /** Off unless it is chosen. */
  readonly optional: boolean;
}

/** A connection as the user typed it. */
export interface Draft {
  /** The connection to change; absent: a new one. */
  readonly id?: string;
  readonly connector: string;
  /** Absent: the title it has, or the connector's. */
  readonly title?: string;
  /** Settings and secrets by name. A secret that is absent stays as it is stored; a blank one is removed. */
  readonly settings: Readonly<Record<string, string>>;
  /** Names of the chosen streams; absent or empty: all that are not optional. */
  readonly streams?: readonly string[];
  /** The address or the id of the spreadsheet to fill; blank: the one that this script belongs to; absent: as it is. */
  readonly spreadsheet?: string;
  /** What new tabs are called, by stream; absent: as it is. */
  readonly tabs?: Readonly<Record<string, string>>;
  /** What a run reads; absent: as it is, at first `changes`. */
  readonly mode?: ReadMode;
  /** When it is synced by itself; null: never; absent: as it is. */
  readonly schedule?: Rhythm | null;
}

/** `changes`: what changed since the last run, where the system can tell; `full`: everything each time. */
export type ReadMode = 'changes' | 'full';

/** A connection as everyone who opens the spreadsheet may see it: no secrets. */
export interface ConnectionView {
  readonly id: string;
  readonly connector: string;
  readonly title: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly streams: readonly string[];
  /** Whose secrets it uses: an e-mail address. */
  readonly owner: string;
  /** Whether that is the person who looks. */
  readonly isMine: boolean;
  /** It was imported, and its secrets are still to be typed. */
  readonly needsSecrets: boolean;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  /** The id of the spreadsheet that it fills; absent: the one that this script belongs to. */
  readonly spreadsheet?: string;
  /** What new tabs are called, by stream, where the user said so. */
  readonly tabs?: Readonly<Record<string, string>>;
  readonly mode: ReadMode;
  /** When it is synced by itself; absent: never. */
  readonly schedule?: ScheduleView;
  /** How its last run went; absent: there was none. */
  readonly last?: LastRun;
  /** Why a run that is due has not begun; absent: none is waiting. */
  readonly waits?: string;
  /** How its system has answered; absent: it was not looked at. */
  readonly health?: HealthView;
}

export interface HealthView {
  /** One letter for each of the last hours, 24 at most, the oldest first: `u` up, `d` down, `-` not looked at. */
  readonly marks: string;
  /** Milliseconds since 1970; absent while it is up. */
  readonly downSince?: number;
  /** Why it is down; blank while it is up. */
  readonly why: string;
}

export interface ScheduleView extends Schedule {
  /** What the user reads: how often, at what hour, and when next, without an end. */
  readonly text: string;
}

/** How it went, and the numbers of rows. */
type Tallied = Pick<Entry, 'status' | 'read' | 'inserted' | 'updated' | 'removed'>;

/** The same of a run, with when it began and the milliseconds that it took. */
type Timed = Tallied & Pick<Entry, 'startedAt' | 'duration'>;

/** How the last run of a connection went, all its streams together. */
export interface LastRun extends Timed {
  /** What the user should know; blank when all is well. */
  readonly message: string;
}

/** How a run went so far. */
export interface RunView {
  readonly state: 'finished' | 'paused' | 'stopped' | 'running';
  readonly entries: readonly EntryView[];
  /** When a paused run goes on by itself. */
  readonly resumesAt?: number;
  /** What the user reads. */
  readonly summary: string;
}

export type EntryView = Omit<Entry, 'title' | 'message'> & { readonly title: string; readonly message: string };

/** A run that has begun and not ended. */
export interface Progress {
  /** `paused`: goes on at `resumesAt`; `interrupted`: Google killed it, and it goes on when it is next called; `stopping`: at its next page it ends. */
  readonly state: 'running' | 'paused' | 'interrupted' | 'stopping';
  /** Who started it: an e-mail address. */
  readonly by: string;
  readonly isMine: boolean;
  readonly startedAt: number;
  /** What the server's clock says. */
  readonly now: number;
  readonly resumesAt?: number;
  /** Why it is paused; absent: only because Google's six minutes were over. */
  readonly reason?: string;
  /** The id of the connection under way. */
  readonly connection: string;
  /** The ids of those that come after it. */
  readonly waiting: readonly string[];
  /** What is being read, as the user calls it; blank before the first page. */
  readonly stream: string;
  /** How many kinds of records have been read to their end, and how many there are. */
  readonly streamsDone: number;
  readonly streamsAll: number;
  /** Rows of that kind read so far, and how many there will be (0: unknown). */
  readonly read: number;
  readonly total: number;
  /** Rows of all kinds that this run has read for the connection. */
  readonly rows: number;
  /** Rows a minute; 0 while it cannot be told. */
  readonly rate: number;
  /** Milliseconds until that kind is read; absent when it cannot be told. */
  readonly left?: number;
}

/** A run of one connection in the history: `failed` when one of its streams did. */
export interface HistoryRun extends Timed {
  readonly id: string;
  readonly connection: string;
  /** The connection's title then. */
  readonly title: string;
  readonly requests: number;
  /** What started it, when nobody did by hand; `due`: when it was to begin. */
  readonly cause?: { readonly kind: 'schedule'; readonly due: number } | { readonly kind: 'call' };
  readonly streams: readonly HistoryStream[];
}

export interface HistoryStream extends Tallied {
  /** Its title where it is known, else its name. */
  readonly stream: string;
  readonly message: string;
}

/** What the page is told when it is opened, in the attribute `data-start` of its body, as JSON. */
export interface PageStart {
  readonly language: Language;
  /** An IANA name: times are shown as the spreadsheet shows them. */
  readonly timeZone: string;
  readonly view: View;
}

/** A place in the sidebar. */
export type View =
  | { readonly name: 'connections' | 'add' | 'contacts' | 'settings' | 'help' }
  /** Of one connection, by id; without: of all. */
  | { readonly name: 'history'; readonly connection?: string }
  | { readonly name: 'edit'; readonly connection: string };
