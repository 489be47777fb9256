import type { Action, Hold } from './action';
import type { Client } from './client';
import { fieldKey, isSame } from './field-key';
import { FIELDS, type Field } from './fields';
import type { Link } from './link';
import type { Pairing } from './pair-up';
import { isPartial, type Policy, type Side } from './policy';
import { project, referenceOf } from './project';

/** Why a sync writes nothing: so much would change at once that an accident is more likely than a wish. */
export interface Guard {
  readonly reason: 'emptyTab' | 'manyRowsGone' | 'manyContactsGone' | 'manyChanges' | 'columnErased';
  readonly side: Side;
  /** How many clients, of how many. */
  readonly count: number;
  readonly of: number;
  /** Of `columnErased`. */
  readonly field: Field | null;
}

/** What a guard looks at. */
export interface Watched extends Pick<Pairing, 'rows' | 'contacts'> {
  readonly clients: readonly Client[];
  readonly links: readonly Link[];
  readonly actions: readonly Action[];
  readonly policy: Policy;
}

/** Deletions on one side: these many are allowed, or a tenth of all links. */
const FEW_DELETIONS = 5;
/** Changes on one side: these many are allowed, or half of all links. */
const FEW_CHANGES = 10;
/** Erased values of one column: fewer are allowed, or a fifth of those that had one. */
const MANY_ERASED = 3;

/**
 * The first guard that a plan trips; null when none does, when the user wants it so, and for rows or contacts that the user chose
 * one by one.
 */
export function findGuard(watched: Watched): Guard | null {
  if (watched.policy.force || isPartial(watched.policy)) return null;
  return deletions(watched) ?? changes(watched) ?? erasures(watched);
}

function deletions({ clients, links, actions }: Watched): Guard | null {
  const linked = links.filter(({ state }) => state === 'linked');
  const holds = actions.filter((action): action is Hold => action.kind === 'hold' && action.link?.state === 'linked');
  const rows = holds.filter(({ state }) => state === 'goneInSheet').length;
  const contacts = holds.filter(({ state }) => state === 'goneInGoogle').length;
  const of = linked.length;
  const none = { of, field: null } as const;
  if (of > 1 && (clients.length === 0 || rows === of))
    return { reason: 'emptyTab', side: 'sheet', count: rows, ...none };
  const most = Math.max(FEW_DELETIONS, of / 10);
  if (rows > most) return { reason: 'manyRowsGone', side: 'sheet', count: rows, ...none };
  return contacts > most ? { reason: 'manyContactsGone', side: 'google', count: contacts, ...none } : null;
}

/** In content: Google may call every contact changed in which nothing is. */
function changes({ links, actions }: Watched): Guard | null {
  const of = links.filter(({ state }) => state === 'linked').length;
  for (const side of ['sheet', 'google'] as const) {
    // What is written on one side is what was changed on the other.
    const count = actions.filter(
      (action) =>
        (action.kind === 'update' || action.kind === 'conflict') &&
        action.link?.state === 'linked' &&
        action.changes.some((change) => change.side !== side),
    ).length;
    if (count > Math.max(FEW_CHANGES, of / 2)) return { reason: 'manyChanges', side, count, of, field: null };
  }
  return null;
}

function erasures({ rows, contacts, links }: Watched): Guard | null {
  const pairs = links.flatMap((link) => {
    const [client, contact] = [rows.get(link), contacts.get(link)];
    return link.state === 'linked' && client && contact
      ? [{ base: link.base, sheet: client.fields, google: project(contact, referenceOf(link, client.fields)) }]
      : [];
  });
  for (const side of ['sheet', 'google'] as const) {
    for (const field of FIELDS) {
      const filled = pairs.filter(({ base }) => fieldKey(field, base[field]) !== '');
      const erased = filled.filter(
        (pair) => fieldKey(field, pair[side][field]) === '' && !isSame(field, pair.sheet[field], pair.google[field]),
      );
      const [count, of] = [erased.length, filled.length];
      if (count >= MANY_ERASED && count > of / 5) return { reason: 'columnErased', side, count, of, field };
    }
  }
  return null;
}
