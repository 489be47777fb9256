import type { Account } from './account';
import { agentsOf, organizationOf } from './users';

/** Who has to do with a ticket, by their numbers among the account's users, organizations and groups. */
export interface TicketPeople {
  readonly requester: number;
  readonly submitter: number;
  readonly assignee: number;
  readonly organization: number | null;
  readonly group: number;
  /** Those who are kept informed. */
  readonly copied: readonly number[];
}

/** The people of the ticket with the given number. */
export function ticketPeople(account: Account, ticket: number): TicketPeople {
  const agents = agentsOf(account);
  const customers = Math.max(1, account.users - agents);
  const requester = (account.users > agents ? agents : 0) + ((ticket * 7919 + 13) % customers);
  const assignee = (ticket * 31 + 7) % agents;
  return {
    requester,
    submitter: ticket % 9 === 0 ? assignee : requester,
    assignee,
    organization: organizationOf(account, requester),
    group: ticket % 8,
    copied: ticket % 6 === 0 ? [(assignee + 1) % agents, (requester + 1) % account.users] : [],
  };
}
