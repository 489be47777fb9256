import type { TriggerRecord, UserStore } from './state';

/** Someone with a Google account who has the spreadsheet open. */
export interface Person {
  readonly email: string;
  /** Their language, such as `fr`. */
  readonly locale: string;
}

/** Whose trigger it is: it fires as that person. One that does not say is `holder`'s, the account's. */
export function ownerOf({ owner }: TriggerRecord, holder: Person): Person {
  return owner ?? holder;
}

/** Where a person's own properties, cache and lock are kept; the account's holder has the plain name. */
export function storeOf({ email }: Pick<Person, 'email'>, holder: Person): UserStore {
  return email === holder.email ? 'user' : `user:${email}`;
}
