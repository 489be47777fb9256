import type { SyncTally } from '../../contacts/sync-contacts';
import type { Words } from '../../core/model';
import type { Cause, Entry } from '../../engine/engine';
import type { Workbook } from '../../platform/services';
import { createHistory } from '../history-tab';
import { language } from '../words';

/** Where the two-way sync stands in the history in place of a connection's id. */
export const CONTACTS = 'contacts';

/** What the history calls it. */
export const CONTACTS_TITLE = 'Google Contacts';

/** A run that has ended. */
export interface EndedRun {
  readonly startedAt: number;
  /** Milliseconds. */
  readonly duration: number;
  readonly status: 'finished' | 'failed';
  readonly tally: SyncTally;
  readonly message: Words;
  /** Absent: somebody started it by hand. */
  readonly cause?: Cause;
}

/** Adds a line to the history. */
export function writeContactsHistory(workbook: Workbook, entry: Entry): void {
  createHistory(workbook, language(), () => CONTACTS_TITLE).append([entry]);
}

/** A run as the history, and whoever follows the ends of runs, knows it. */
export function toContactsEntry({ startedAt, duration, status, tally, message, cause }: EndedRun): Entry {
  const { clients, created, updated, calls, skipped, conflicts, held, errors } = tally;
  return {
    ...{ startedAt, duration, status, message, run: startedAt, connection: CONTACTS, stream: CONTACTS },
    title: { fr: 'Clients et contacts', en: 'Clients and contacts' },
    ...{ read: clients, inserted: created, updated, removed: 0, requests: calls },
    sides: { skipped, conflicts, held, errors },
    ...(cause ? { cause } : {}),
  };
}
