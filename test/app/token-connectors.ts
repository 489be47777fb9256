import type { Connector } from '../../src/connectors/connector';

/** A system that hands out tokens and allows a burst of requests; stands in for `src/connectors/index.ts`. */
const embassy: Connector = {
  name: 'embassy',
  title: 'Embassy',
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
  streams: () => [],
};

export const connectors: readonly Connector[] = [embassy];
