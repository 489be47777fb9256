import type { Account } from '../account';
import { storeOf, type Person } from '../person';
import { bookOf } from './contact-book';
import type { PeopleMethod } from './endpoints';
import type { PageFault, PeopleFault } from './people-faults';
import type { PeopleRules } from './people-rules';
import { createUserContacts, type UserContacts } from './user-contacts';

/** Google Contacts of a machine: the contacts of its holder, of others, and how the API behaves. */
export interface MachinePeople extends UserContacts {
  /** How the API behaves, for all people. */
  readonly rules: PeopleRules;
  /** What someone else has in Google Contacts. */
  of(person: Pick<Person, 'email'>): UserContacts;
  /** The n-th call of a method from now on, counted from 1, fails. */
  fault(method: PeopleMethod, n: number, fault: PeopleFault): void;
  /** The n-th page of contacts from now on, counted from 1, arrives spoiled. */
  spoilPage(n: number, fault: PageFault): void;
  /** Forgets the faults that have not struck. */
  clearFaults(): void;
}

/** The contacts of an account's people. */
export function createMachinePeople(account: Account): MachinePeople {
  const { state, holder, people } = account;
  const of: MachinePeople['of'] = ({ email }) => {
    const owner = storeOf({ ...holder, email }, holder);
    return createUserContacts(() => ({
      book: bookOf(state, owner),
      rules: people.rules,
      now: Math.floor(state.now),
    }));
  };
  return {
    ...of(holder),
    rules: people.rules,
    of,
    fault: people.faults.fail,
    spoilPage: people.faults.page,
    clearFaults: people.faults.clear,
  };
}
