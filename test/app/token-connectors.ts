import type { Connector } from '../../src/connectors/connector';
import { defineColumns } from '../../src/core/columns';

/** A system that hands out tokens and allows a burst of requests; stands in for `src/connectors/index.ts`. */
const embassy: Connector = {
  name: 'embassy',
  title: 'Embassy',
  help: { fr: 'Les visas.', en: 'Visas.' },
  icon: 'M2 2h20v20H2Z',
  settings: [
    {
      name: 'country',
      title: { fr: 'Pays', en: 'Country' },
      help: { fr: 'Le pays.', en: 'The country.' },
      example: 'fr',
      secret: false,
      required: true,
    },
    {
      name: 'passport',
      title: { fr: 'Passeport', en: 'Passport' },
      help: { fr: 'Le vôtre.', en: 'Your own.' },
      example: '',
      secret: true,
      required: true,
    },
  ],
  signIn: ({ country = '', passport = '' }) => ({
    base: `https://${country}.embassy.example`,
    headers: {},
    secrets: [passport],
    paces: [{ requests: 3, ms: 60_000, paths: ['/visas'] }],
    grant: { path: '/tokens', body: { passport }, setting: 'passport' },
  }),
  check: (api) => ({ fr: JSON.stringify(api.get('/visas').body), en: 'Open.' }),
  streams: () => [
    {
      name: 'visas',
      title: { fr: 'Visas', en: 'Visas' },
      help: { fr: 'Un visa.', en: 'A visa.' },
      key: ['id'],
      columns: defineColumns('text', { id: ['Le numéro', 'The number'] }),
      mode: 'snapshot',
      read: () => ({ rows: [{ id: '1' }], cursor: {}, done: true }),
    },
  ],
};

export const connectors: readonly Connector[] = [embassy];
