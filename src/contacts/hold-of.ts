import type { Hold, HoldReason } from './action';

/** A hold for that reason; what is not said is absent. */
export function holdOf(
  reason: HoldReason,
  about: Partial<Pick<Hold, 'client' | 'contact' | 'link'>>,
  more: Partial<Pick<Hold, 'state' | 'rows' | 'refs' | 'field'>> = {},
): Hold {
  const { client = null, contact = null, link = null } = about;
  return { kind: 'hold', reason, client, contact, link, state: null, rows: [], refs: [], field: null, ...more };
}
