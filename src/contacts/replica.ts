import type { PeopleError, SyncError } from '../core/errors';
import type { Words } from '../core/model';
import type { ContactEdit } from './patch-person';
import type { Change } from './action';
import type { Fields } from './fields';

/** One side of the two-way sync, where clients stand as `T`. No method throws for one client what does not concern the others. */
export interface Replica<T> {
  /** Makes clients, each under the id of its link. */
  create(clients: readonly NewClient[]): readonly Written<T>[];
  /** Writes the changes of clients that stand there as `at`. */
  update(edits: readonly ClientEdit<T>[]): readonly Written<T>[];
}

export interface NewClient {
  /** The id of its link. */
  readonly id: string;
  readonly fields: Fields;
}

export interface ClientEdit<T> extends Omit<ContactEdit, 'changes'> {
  /** The id of its link. */
  readonly id: string;
  /** As the plan saw it. */
  readonly at: T;
  readonly changes: readonly Change[];
}

/**
 * What became of one client: `done`; `moved`: somebody changed or removed it since the plan, so that nothing was written (`at`: as it
 * is now, null: gone); `refused`; `unsent`: nothing can be written now, and why; or `unknown`: no answer came, and it may have been
 * written.
 */
export type Written<T> =
  | { readonly id: string; readonly state: 'done'; readonly at: T }
  | { readonly id: string; readonly state: 'moved'; readonly at: T | null }
  | { readonly id: string; readonly state: 'refused'; readonly problem: Words }
  | { readonly id: string; readonly state: 'unsent'; readonly error: PeopleError | SyncError }
  | { readonly id: string; readonly state: 'unknown' };
