import type { Connector } from '../connector';
import { check } from './check';
import { defineSatisfactionRatings, defineTicketMetricEvents } from './events';
import { defineLookups } from './lookups';
import { readOptions } from './options';
import { defineOrganizations, defineUsers } from './people';
import { settings } from './settings';
import { toSignIn } from './sign-in';
import { defineTickets } from './tickets';

/** Zendesk Support, where a team answers its customers' requests. Read-only. */
export const zendesk: Connector = {
  name: 'zendesk',
  title: 'Zendesk',
  settings,
  signIn: (typed) => {
    readOptions(typed);
    return toSignIn(typed);
  },
  check,
  // What tickets refer to comes first: their names are known when the labels are repeated.
  streams: (typed) => [
    ...defineLookups(),
    defineOrganizations(),
    defineUsers(),
    defineTickets(typed),
    defineSatisfactionRatings(),
    defineTicketMetricEvents(),
  ],
};
