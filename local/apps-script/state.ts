import type { Person } from './person';
import type { ContactBook } from './people/contact-book';
import type { Schedule } from './schedule';

/** Everything of an account but its documents that outlives an execution: plain JSON and bytes. */
export interface State {
  /** Virtual time, in milliseconds since 1970. */
  now: number;
  properties: Record<StoreName, Record<string, string>>;
  cache: Record<StoreName, Record<string, CacheEntry>>;
  triggers: TriggerRecord[];
  /** What was used of each quota: by its name for the account's holder, with the user's store after a blank for others. */
  quotas: Record<string, Spent>;
  files: FileRecord[];
  uploads: UploadRecord[];
  mails: Mail[];
  /** What each person has in Google Contacts. */
  people: Partial<Record<UserStore, ContactBook>>;
  /** Numbers given to triggers, files and executions. */
  lastId: number;
}

export type StoreName = 'script' | 'document' | UserStore;

/** `user` is the account's holder; others are named by e-mail address. */
export type UserStore = 'user' | `user:${string}`;

export interface CacheEntry {
  value: string;
  expiresAt: number;
}

/** What was used of a quota since its window began. */
export interface Spent {
  since: number;
  used: number;
}

export interface TriggerRecord {
  readonly id: string;
  readonly handler: string;
  readonly event: TriggerEvent;
  /** Who made it; absent: the account's holder. */
  readonly owner?: Person;
  /** The spreadsheet of an event trigger. */
  readonly sourceId: string | null;
  /** When a clock trigger fires. */
  readonly schedule: Schedule | null;
  /** Virtual time of the next firing; null for event triggers and for one-shot triggers that have fired. */
  nextAt: number | null;
}

export type TriggerEvent = 'CLOCK' | 'ON_OPEN' | 'ON_EDIT' | 'ON_CHANGE' | 'ON_FORM_SUBMIT';

/** A file or folder of Drive. */
export interface FileRecord {
  readonly id: string;
  name: string;
  contentType: string;
  content: Uint8Array;
  /** null: My Drive itself. */
  parent: string | null;
  readonly isFolder: boolean;
  trashed: boolean;
  /** Virtual milliseconds since 1970. */
  readonly createdAt: number;
  modifiedAt: number;
  /** Made by someone else than this script: with the scope `drive.file` alone it does not exist. */
  readonly isForeign: boolean;
}

/** A resumable upload to Drive: what arrived so far. */
export interface UploadRecord {
  readonly id: string;
  /** The file whose content it replaces; null while the file that it makes is not there yet. */
  fileId: string | null;
  readonly name: string | null;
  readonly contentType: string | null;
  readonly parent: string | null;
  readonly startedAt: number;
  chunks: Uint8Array[];
  /** The sum of the chunks' bytes. */
  received: number;
  isDone: boolean;
}

/** A mail that was sent; what was not told is absent. Addresses are separated by commas. */
export interface Mail {
  /** Who ran the script. */
  readonly from: string;
  readonly to: string;
  readonly cc?: string | undefined;
  readonly bcc?: string | undefined;
  readonly replyTo?: string | undefined;
  readonly subject: string;
  readonly body: string;
  readonly htmlBody?: string | undefined;
  /** Of the sender, as the recipient reads it. */
  readonly name?: string | undefined;
  readonly noReply?: boolean | undefined;
  /** Virtual milliseconds since 1970. */
  readonly at: number;
}

/** An account on which nothing has happened yet. */
export function emptyState(now: number): State {
  return {
    now,
    properties: { script: {}, user: {}, document: {} },
    cache: { script: {}, user: {}, document: {} },
    triggers: [],
    quotas: {},
    files: [],
    uploads: [],
    mails: [],
    people: {},
    lastId: 0,
  };
}
