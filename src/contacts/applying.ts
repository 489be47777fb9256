import type { Words } from '../core/model';
import type { Clock } from '../platform/services';
import type { Update } from './action';
import type { Client } from './client';
import type { ClientsReplica } from './clients-tab';
import type { Contact } from './contact';
import { fieldKey } from './field-key';
import type { Field } from './fields';
import type { GoogleReplica } from './google';
import type { Journal } from './journal';
import type { Ledger } from './ledger';
import type { FieldWrite, Link } from './link';
import { leftOf } from './project';

/** What a plan is carried out with. */
export interface Applying {
  readonly google: GoogleReplica;
  readonly clients: ClientsReplica;
  readonly ledger: Ledger;
  readonly journal: Journal;
  readonly clock: Clock;
  /** When no further step may begin, in milliseconds since 1970. */
  readonly deadline: number;
  /** When the sides were read, and the run began, in milliseconds since 1970. */
  readonly readAt: number;
  readonly run: number;
  readonly newId: () => string;
  /** Plans an update anew for a contact that somebody changed since; null: nothing is left to do, or it waits. */
  readonly replan: (update: Update, contact: Contact) => Update | null;
  /** Notes that contacts were asked for: Google allows so many a day. */
  readonly countCreations: (count: number) => void;
  readonly report: Report;
}

/** What becomes of the clients on the way. */
export interface Report {
  created: number;
  updated: number;
  conflicts: number;
  errors: number;
  /** Google takes no more contacts today, or at all, and why. */
  creationsEnded: Words | null;
  /** Clients that somebody changed each time they were to be written. */
  moved: number;
  /** New contacts that Google takes no more today, or at all. */
  unsent: number;
  /** Contacts that Google was asked to make and has not confirmed. */
  unconfirmed: number;
  /** What stands beside each row afterwards. */
  readonly outcomes: Map<Client, RowOutcome>;
}

/** How a row did: its link from now on, why it does not agree yet, and the fields that were changed on both sides. */
export interface RowOutcome {
  readonly id: string | null;
  readonly problem: Words | null;
  readonly conflicts: readonly Field[];
}

export function startReport(): Report {
  return {
    created: 0,
    updated: 0,
    conflicts: 0,
    errors: 0,
    creationsEnded: null,
    moved: 0,
    unsent: 0,
    unconfirmed: 0,
    outcomes: new Map(),
  };
}

/** Whether another step may begin. */
export function hasTime({ clock, deadline }: Applying): boolean {
  return clock.now() < deadline;
}

/** A link that agrees from now on. */
export function agreed(
  { readAt, clock }: Pick<Applying, 'readAt' | 'clock'>,
  id: string,
  contact: Contact,
  base: Link['base'],
  old: Link | null,
  written: readonly { readonly field: Field; readonly to: string }[] = [],
): Link {
  const now = clock.now();
  const fresh = written.map(({ field, to }): FieldWrite => ({ field, at: now, key: fieldKey(field, to) }));
  const recent = (old?.writes ?? []).filter(({ at }) => now - at < DAY);
  const since = old?.state === 'linked' ? old.since : now;
  const { ref, source } = contact;
  const writes = latest(recent, fresh);
  const left = leftOf(contact, base);
  return { id, ref, source, state: 'linked', since, syncedAt: readAt, base, left, writes, problem: '' };
}

const DAY = 24 * 3_600_000;
/** As many as it takes to see that a field goes back and forth. */
const KEPT = 4;

function latest(recent: readonly FieldWrite[], fresh: readonly FieldWrite[]): readonly FieldWrite[] {
  const all = [...recent, ...fresh];
  return all.filter((write, n) => all.slice(n).filter(({ field }) => field === write.field).length <= KEPT);
}
