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
  help: {
    fr: 'Les tickets de votre service client, avec leurs demandeurs, agents, organisations et avis de satisfaction.',
    en: 'The tickets of your customer service, with their requesters, agents, organizations and satisfaction ratings.',
  },
  // A speech bubble.
  icon: 'M2 3h20v14H12l-6 5v-5H2ZM6 7v2h12V7ZM6 11v2h8v-2Z',
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
