import type { Result } from '../rpc';

/** The calls of `rpc.ts` that are about the two-way sync between the tab Clients and Google Contacts. */
export interface ContactsCalls {
  /** All that the view shows first; asks Google Contacts nothing. */
  openContacts(): Result<ContactsView>;
  /** The person's labels in Google Contacts; asked live, so that it tells whether Google Contacts answers. */
  listLabels(): Result<readonly LabelView[]>;
  /** Stores the settings, makes the tab and the triggers. The person who saves first is whose Google Contacts are synced. */
  saveContacts(draft: ContactsSettings): Result<ContactsView>;
  /** What a sync would do now. Writes nothing. */
  previewContacts(): Result<PlanView>;
  /** Syncs all. `force`: also when so much would change that a sync stops by itself. */
  syncContacts(options?: ContactsRunOptions): Result<ContactsRunView>;
  /** Sends the rows that are selected in the tab Clients to Google; in a conflict the tab wins. */
  pushSelection(): Result<ContactsRunView>;
  /** The person's contacts in Google by name or address, the first 100 that hold all words of `search`. */
  listContacts(search: string): Result<ContactListView>;
  /** Brings contacts into the tab, whatever their labels; in a conflict Google wins. */
  pullContacts(refs: readonly string[]): Result<ContactsRunView>;
  /** What waits for the person's decision. */
  readChoices(): Result<readonly ChoiceView[]>;
  /** Carries out decisions, each an id of `readChoices` with one of its options. */
  decideChoices(decisions: readonly Decision[]): Result<ContactsRunView>;
  /** The values that syncs overwrote, latest first. */
  readJournal(): Result<readonly JournalView[]>;
  /** Puts an overwritten value back into its row; the next sync takes it to Google. Returns what the user reads. */
  restoreValue(id: string): Result<string>;
  /** Forgets which row belongs to which contact: the next sync begins as the first one did, and removes nothing. */
  resetContacts(): Result<ContactsView>;
  /** Ends the two-way sync, whoever owns it; rows, contacts and the journal stay. */
  leaveContacts(): Result<ContactsView>;
}

export interface ContactsSettings {
  /** Which Google contacts come into the tab by themselves, and what new contacts are labelled. */
  readonly scope: ContactsScope;
  readonly direction: 'both' | 'toGoogle' | 'fromGoogle';
  /** Who wins when both sides changed the same field and it cannot be told who was later, and at the first sync. */
  readonly tie: 'sheet' | 'google';
  /** Synced every hour by itself. */
  readonly hourly: boolean;
  /** An edited row is sent to Google at once. */
  readonly atOnce: boolean;
}

/** `label`: contacts with that label, which is made where it is missing; `all`: all contacts. */
export type ContactsScope = { readonly kind: 'label'; readonly name: string } | { readonly kind: 'all' };

export interface ContactsView {
  /** Null before it is set up. */
  readonly settings: ContactsSettings | null;
  /** Whose Google Contacts are synced: an e-mail address; blank before it is set up. */
  readonly owner: string;
  readonly isMine: boolean;
  /** `off`: the People service is not part of this Apps Script project. */
  readonly service: 'on' | 'off';
  /** The name of the tab; blank while there is none. */
  readonly tab: string;
  /** As of the last sync; null before it. */
  readonly counts: ContactsCounts | null;
  /** Null: none yet, so that a preview comes first. */
  readonly last: ContactsLast | null;
  /** When a sync that has begun goes on by itself, in milliseconds since 1970; absent: none is under way. */
  readonly resumesAt?: number;
  /** How many decisions wait, as of the last sync. */
  readonly choices: number;
}

export interface ContactsCounts {
  /** Rows with a client. */
  readonly clients: number;
  /** Rows that are tied to a contact. */
  readonly linked: number;
  /** Rows that wait for something the user must do: no address, duplicates, gone from Google. */
  readonly held: number;
}

/** What a run did. */
export interface ContactsMetrics {
  /** Contacts and rows that were made. */
  readonly created: number;
  readonly updated: number;
  /** Nothing to do, or not to be synced. */
  readonly skipped: number;
  /** Both sides had changed the same field. */
  readonly conflicts: number;
  /** Left until the user decides. */
  readonly held: number;
  readonly errors: number;
  /** Requests to Google Contacts. */
  readonly calls: number;
  /** Milliseconds, over all executions. */
  readonly duration: number;
}

export interface ContactsLast {
  readonly startedAt: number;
  readonly status: 'finished' | 'paused' | 'failed';
  readonly metrics: ContactsMetrics;
  /** What the user should know, in their language; blank when all is well. */
  readonly message: string;
}

export interface ContactsRunOptions {
  readonly force?: boolean;
}

export interface ContactsRunView {
  /** `stopped`: a guard kept the sync from writing anything; `running`: another sync holds the spreadsheet. */
  readonly state: 'finished' | 'paused' | 'stopped' | 'running';
  readonly metrics: ContactsMetrics;
  /** What the user reads. */
  readonly summary: string;
  /** When a paused run goes on by itself. */
  readonly resumesAt?: number;
  /** Whether `force` would let a stopped run go on. */
  readonly canForce?: boolean;
}

export interface PlanView {
  /** Why nothing would be written; absent: nothing stands in the way. */
  readonly guard?: string;
  /** Whether `force` would let it go on. */
  readonly canForce: boolean;
  /** The sentence above the table. */
  readonly summary: string;
  /** What would be done, the first 200. */
  readonly lines: readonly PlanLine[];
  /** How many lines there are beyond those. */
  readonly more: number;
}

export interface PlanLine {
  /** Where something is written, or that it waits. */
  readonly side: 'google' | 'sheet' | 'held';
  /** What is done, such as `new contact`. */
  readonly action: string;
  /** Name and address. */
  readonly client: string;
  /** The field, blank for a whole client. */
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

export interface LabelView {
  readonly name: string;
  /** How many contacts have it. */
  readonly members: number;
}

export interface ContactListView {
  readonly contacts: readonly ContactView[];
  /** How many match, those that are not shown included. */
  readonly total: number;
}

export interface ContactView {
  /** For `pullContacts`. */
  readonly ref: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  /** Whether a row of the tab is tied to it. */
  readonly linked: boolean;
}

/** Something that Sync does not decide by itself. */
export interface ChoiceView {
  readonly id: string;
  /** What it is about: a name, an address. */
  readonly title: string;
  /** What happened and what each option means, in whole sentences. */
  readonly text: string;
  /** Empty when the user must mend the tab itself. */
  readonly options: readonly ChoiceOption[];
}

export interface ChoiceOption {
  readonly value: string;
  readonly label: string;
  /** It deletes something. */
  readonly isDanger: boolean;
}

export interface Decision {
  readonly id: string;
  readonly value: string;
}

/** A value that a sync overwrote. */
export interface JournalView {
  readonly id: string;
  readonly at: number;
  readonly client: string;
  readonly field: string;
  readonly before: string;
  readonly after: string;
  /** Where the value stood that was overwritten. */
  readonly side: 'google' | 'sheet';
  /** Why, such as `newer in Google`. */
  readonly reason: string;
  readonly isRestored: boolean;
}
