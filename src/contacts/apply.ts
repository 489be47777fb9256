import type { Action, Hold, Remove } from './action';
import { applyCreates } from './apply-creates';
import { applyRows } from './apply-rows';
import { applyUpdates, entriesOf } from './apply-updates';
import type { Applying } from './applying';
import type { Link } from './link';

/**
 * Carries out a plan. Whatever has been noted stays when this ends early, by a kill or by a throw: the next run plans anew, and
 * finds the rest. Returns false when time ran out.
 */
export function apply(applying: Applying, actions: readonly Action[]): boolean {
  noteHolds(
    applying,
    actions.flatMap((action) => (action.kind === 'hold' ? [action] : [])),
  );
  forget(
    applying,
    actions.flatMap((action) => (action.kind === 'remove' ? [action] : [])),
  );
  const updates = actions.flatMap((action) => (action.kind === 'update' || action.kind === 'conflict' ? [action] : []));
  const births = actions.flatMap((action) => (action.kind === 'create' && action.side === 'google' ? [action] : []));
  const rows = actions.flatMap((action) => (action.kind === 'create' && action.side === 'sheet' ? [action] : []));
  return applyUpdates(applying, updates) && applyRows(applying, rows) && applyCreates(applying, births);
}

/** What a link is called in Google may have changed while it waits. */
function noteHolds({ ledger, clock }: Applying, holds: readonly Hold[]): void {
  const links = new Map<string, Link | null>();
  for (const { link, state, contact } of holds) {
    if (!link) continue;
    const ref = contact ? { ref: contact.ref, source: contact.source } : {};
    const moved = { ...link, ...ref };
    const next = state && state !== link.state ? { ...moved, state, since: clock.now() } : moved;
    if (next.state !== link.state || next.ref !== link.ref || next.source !== link.source) links.set(link.id, next);
  }
  ledger.put(links);
}

function forget(applying: Applying, removes: readonly Remove[]): void {
  const { ledger, journal } = applying;
  journal.append(
    removes.flatMap(({ link, losses }) => entriesOf(applying, losses, { id: link.id, fields: link.base, link })),
  );
  ledger.put(new Map(removes.map(({ link }) => [link.id, null])));
}
