import type { Connector } from '../../src/connectors/connector';
import { defineColumns } from '../../src/core/columns';
import { SettingsError, SignInError } from '../../src/core/errors';

/**
 * A small system that answers from memory. In the mood `online` its check asks over the network; `fail` makes its stream
 * fail, `crash` breaks it with the key in the text.
 */
const bakery: Connector = {
  name: 'bakery',
  title: 'Bakery',
  help: { fr: 'Les pains et les gâteaux.', en: 'Loaves and cakes.' },
  icon: 'M2 2h20v20H2Z',
  settings: [
    {
      name: 'site',
      title: { fr: 'Adresse', en: 'Address' },
      help: { fr: 'Où est la boulangerie.', en: 'Where the bakery is.' },
      example: 'https://bakery.example',
      secret: false,
      required: true,
    },
    {
      name: 'apiKey',
      title: { fr: 'Clé', en: 'Key' },
      help: { fr: 'Elle est dans votre compte.', en: 'It is in your account.' },
      example: 'sesame-1',
      secret: true,
      required: true,
      pattern: '[a-z0-9\\-]+',
    },
    {
      name: 'mood',
      title: { fr: 'Humeur', en: 'Mood' },
      help: { fr: 'Facultative.', en: 'Optional.' },
      example: 'fail',
      secret: false,
      required: false,
    },
  ],
  signIn({ site = '', apiKey = '' }) {
    if (!site.startsWith('https://')) {
      throw new SettingsError('site', `${site} is not https`, { fr: 'Adresse en https.', en: 'An https address.' });
    }
    return { base: site, headers: { 'X-Key': apiKey }, secrets: [apiKey], paces: [] };
  },
  check: (api, settings) => {
    if (settings?.mood !== 'online') return { fr: 'Connecté.', en: 'Signed in.' };
    const { body } = api.get('/me');
    return { fr: `Connecté : ${JSON.stringify(body)}`, en: `Signed in: ${JSON.stringify(body)}` };
  },
  streams: ({ mood, apiKey = '' }) => [
    {
      name: 'loaves',
      title: { fr: 'Pains', en: 'Loaves' },
      help: { fr: 'Un pain.', en: 'A loaf.' },
      key: ['id'],
      columns: defineColumns('text', { id: ['Le numéro', 'The number'], name: ['Le nom', 'The name'] }),
      mode: 'snapshot',
      read(_, cursor) {
        if (mood === 'fail') throw new SignInError('loaves: 401', { fr: 'Clé refusée.', en: 'Key refused.' });
        if (mood === 'crash') throw new TypeError(`cannot bake with ${apiKey}`);
        if (!cursor) return { rows: [{ id: '1', name: 'rye' }], cursor: { page: 2 }, done: false, total: 2 };
        return { rows: [{ id: '2', name: 'spelt' }], cursor: {}, done: true };
      },
    },
    {
      name: 'cakes',
      title: { fr: 'Gâteaux', en: 'Cakes' },
      help: { fr: 'Un gâteau.', en: 'A cake.' },
      key: ['id'],
      columns: defineColumns('text', { id: ['Le numéro', 'The number'], name: ['Le nom', 'The name'] }),
      mode: 'snapshot',
      optional: true,
      read: () => ({ rows: [{ id: 'a', name: 'sponge' }], cursor: {}, done: true }),
    },
  ],
};

/** A system without secrets. */
const library: Connector = {
  name: 'library',
  title: 'Library',
  help: { fr: 'Les livres.', en: 'Books.' },
  icon: 'M2 2h20v20H2Z',
  settings: [],
  signIn: () => ({ base: 'https://library.example', headers: {}, secrets: [], paces: [] }),
  check: () => ({ fr: 'Ouverte.', en: 'Open.' }),
  streams: () => [
    {
      name: 'books',
      title: { fr: 'Livres', en: 'Books' },
      help: { fr: 'Un livre.', en: 'A book.' },
      key: ['id'],
      columns: defineColumns('text', { id: ['Le numéro', 'The number'], name: ['Le nom', 'The name'] }),
      mode: 'snapshot',
      read: () => ({ rows: [{ id: 'b', name: 'atlas' }], cursor: {}, done: true }),
    },
  ],
};

/**
 * A system that lets guests in, and others with a token of their own: no secret is required. Its ships repeat what their
 * captain is called, who has another name from the second reading on.
 */
const harbour: Connector = {
  name: 'harbour',
  title: 'Harbour',
  help: { fr: 'Les bateaux et leurs capitaines.', en: 'Ships and their captains.' },
  icon: 'M2 2h20v20H2Z',
  settings: [
    {
      name: 'entry',
      title: { fr: 'Entrée', en: 'Entry' },
      help: { fr: 'guest ou token.', en: 'guest or token.' },
      example: 'guest',
      secret: false,
      required: false,
      keepsRows: true,
      choices: [
        { value: 'token', title: { fr: 'Avec un jeton', en: 'With a token' } },
        { value: 'guest', title: { fr: 'En visiteur', en: 'As a guest' } },
      ],
    },
    {
      name: 'token',
      title: { fr: 'Jeton', en: 'Token' },
      help: { fr: 'Le vôtre.', en: 'Your own.' },
      example: '',
      secret: true,
      required: false,
      keepsRows: true,
      when: { setting: 'entry', values: ['token'] },
    },
    {
      name: 'quay',
      title: { fr: 'Quai', en: 'Quay' },
      help: { fr: 'Vide : tous.', en: 'Blank: all.' },
      example: '7',
      secret: false,
      required: false,
    },
  ],
  signIn({ entry, token = '' }) {
    if (entry !== 'guest' && token === '') {
      throw new SettingsError('token', 'the token is missing', { fr: 'Il manque le jeton.', en: 'No token.' });
    }
    return { base: 'https://harbour.example', headers: {}, secrets: [token], paces: [] };
  },
  check: () => ({ fr: 'À quai.', en: 'Moored.' }),
  streams: () => [
    {
      name: 'captains',
      title: { fr: 'Capitaines', en: 'Captains' },
      help: { fr: 'Un capitaine.', en: 'A captain.' },
      key: ['id'],
      columns: defineColumns('text', { id: ['Le numéro', 'The number'], name: ['Le nom', 'The name'] }),
      mode: 'changes',
      read: (_, cursor) => ({
        rows: [{ id: 'c', name: cursor ? 'Grace' : 'Ada' }],
        cursor: { seen: true },
        done: true,
      }),
    },
    {
      name: 'ships',
      title: { fr: 'Bateaux', en: 'Ships' },
      help: { fr: 'Un bateau.', en: 'A ship.' },
      key: ['id'],
      columns: defineColumns('text', {
        id: ['Le numéro', 'The number'],
        captain_id: ['Le capitaine', 'The captain'],
        captain_name: ['Son nom', 'Their name'],
      }),
      mode: 'changes',
      labels: [{ stream: 'captains', by: 'captain_id', columns: { captain_name: 'name' } }],
      read: (_, cursor) => ({
        rows: cursor ? [] : [{ id: 's', captain_id: 'c', captain_name: 'Ada' }],
        cursor: { seen: true },
        done: true,
      }),
    },
  ],
};

export const connectors: readonly Connector[] = [bakery, library, harbour];
