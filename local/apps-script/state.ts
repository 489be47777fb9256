import type { Schedule } from './schedule';

/** Everything of an account but its documents that outlives an execution: plain JSON. */
export interface State {
  /** Virtual time, in milliseconds since 1970. */
  now: number;
  properties: Record<StoreName, Record<string, string>>;
  cache: Record<StoreName, Record<string, CacheEntry>>;
  triggers: TriggerRecord[];
  quotas: Record<string, Spent>;
  files: FileRecord[];
  mails: Mail[];
  /** Numbers given to triggers, files and executions. */
  lastId: number;
}

export type StoreName = 'script' | 'user' | 'document';

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
  /** The spreadsheet of an event trigger. */
  readonly sourceId: string | null;
  /** When a clock trigger fires. */
  readonly schedule: Schedule | null;
  /** Virtual time of the next firing; null for event triggers and for one-shot triggers that have fired. */
  nextAt: number | null;
}

export type TriggerEvent = 'CLOCK' | 'ON_OPEN' | 'ON_EDIT' | 'ON_CHANGE' | 'ON_FORM_SUBMIT';

/** A file or folder of Drive. `content` is base64. */
export interface FileRecord {
  readonly id: string;
  name: string;
  contentType: string;
  content: string;
  readonly parent: string | null;
  readonly isFolder: boolean;
}

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly body: string;
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
    mails: [],
    lastId: 0,
  };
}
