import { storeOf, ownerOf } from './person';
import type { Account } from './account';

/**
 * Someone's Google account is deleted: their triggers, their own properties and cache and their Google Contacts are gone,
 * and nothing runs as them any more. What they put into the spreadsheet stays, as do the mails that they sent.
 */
export function leave({ state, holder, gone }: Account, email: string): void {
  const store = storeOf({ email }, holder);
  gone.add(email);
  const staying = state.triggers.filter((trigger) => ownerOf(trigger, holder).email !== email);
  state.triggers.splice(0, state.triggers.length, ...staying);
  state.properties[store] = {};
  state.cache[store] = {};
  Reflect.deleteProperty(state.people, store);
}
