import type { Entry } from '../../engine/engine';
import { userEmail } from '../../platform/session';
import { isRunOf } from '../last-run';
import { type Sum, sumEntries } from '../sum-entries';
import { type AlertSubject, alertSubjectsIn } from './alert-subject';

/** A run of one connection that has ended. */
export interface EndedRun extends Sum {
  readonly subject: AlertSubject;
  /** Its streams; one at least. */
  readonly entries: readonly [Entry, ...Entry[]];
}

/**
 * The runs that entries belong to, one a connection that still exists. What could not even begin, as somebody tried to sync a
 * connection that is not theirs, is none.
 */
export function toEndedRuns(
  entries: readonly Entry[],
  properties: Readonly<Record<string, string>>,
): readonly EndedRun[] {
  const person = userEmail();
  return alertSubjectsIn(properties).flatMap((subject) => {
    const isOwn = (): boolean => subject.owner === person;
    const [first, ...rest] = entries.filter((entry) => entry.connection === subject.id && isRunOf(entry, isOwn));
    return first ? [{ subject, entries: [first, ...rest], ...sumEntries([first, ...rest]) }] : [];
  });
}

/** Whether it ended well, or failed; null: neither, as somebody stopped it. */
export function isWell({ status }: Pick<Sum, 'status'>): boolean | null {
  if (status === 'failed' || status === 'missed') return false;
  return status === 'finished' || status === 'unavailable' ? true : null;
}
