import type { AccountKind } from '../quotas';
import { createPeopleFaults, type PeopleFaults } from './people-faults';
import { defaultRules, type PeopleRules } from './people-rules';

/** What all executions of a machine share of the People API beside the contacts themselves. */
export interface PeopleDesk {
  readonly rules: PeopleRules;
  readonly faults: PeopleFaults;
}

/** The desk of a machine on which nothing was changed. */
export function createPeopleDesk(account: AccountKind): PeopleDesk {
  return { rules: defaultRules(account), faults: createPeopleFaults() };
}
