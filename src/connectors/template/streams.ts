import { DataError, SettingsError, UnavailableError } from '../../core/errors';
import type { Cursor } from '../../core/model';
import type { Api, Page, Stream } from '../connector';
import { objectAt } from '../fields';
import { readKeyValues } from './envelope';
import { readFull } from './full';
import { defineLists, defineOrderItems, defineStats, type Kind } from './kinds';
import { walk } from './walk';

/** Every kind of record of a Template site, and the export of them all in one request. */
export function defineStreams(): readonly Stream[] {
  const lists = defineLists();
  const orderItems = defineOrderItems();
  const stats = defineStats();
  const streams = lists.flatMap((kind): Stream[] =>
    kind.name === 'orders' ? [listStream(kind, orderItems), itemsStream(orderItems)] : [listStream(kind)],
  );
  const feeds = [...lists, orderItems, stats].map(({ name }) => name);
  return [
    ...streams,
    { ...describe(stats), read: (api) => readStats(api, stats) },
    {
      name: 'full',
      title: { fr: 'Export complet', en: 'Full export' },
      help: {
        fr: 'Remplit tous les onglets en une seule demande, pour un site qui n’est pas trop grand.',
        en: 'Fills all the tabs with a single request, for a site that is not too large.',
      },
      key: [],
      columns: [],
      mode: 'snapshot',
      optional: true,
      feeds,
      read: (api) => orWrongAddress(api, () => readFull(api, { lists, orderItems, stats })),
    },
  ];
}

/** The address leads to no export: what the user reads wherever that shows. */
export function wrongAddress(cause: Error): SettingsError {
  return new SettingsError('baseUrl', cause.message, {
    fr: 'Il n’y a pas d’export Template à cette adresse. Vérifiez l’adresse du site dans les réglages, puis réessayez.',
    en: 'There is no Template export at this address. Check the site’s address in the settings, then try again.',
  });
}

function describe(kind: Kind): Omit<Stream, 'read'> {
  const { name, title, help, key, columns, mode } = kind;
  return { name, title, help, key, columns, mode };
}

function listStream(kind: Kind, items?: Kind): Stream {
  const [key = 'id'] = kind.key;
  return {
    ...describe(kind),
    read: (api, cursor: Cursor | null): Page => {
      const { records, ...step } = orWrongAddress(api, () => walk(api, kind.name, key, cursor));
      return { ...step, ...kind.toRows(records), ...(items && { also: { [items.name]: items.toRows(records).rows } }) };
    },
  };
}

function itemsStream(kind: Kind): Stream {
  return { ...describe(kind), from: ['orders'] };
}

function readStats(api: Api, stats: Kind): Page {
  const { body } = orWrongAddress(api, () => api.get('/stats'));
  return { ...stats.toRows(readKeyValues(objectAt(body, 'stats'))), cursor: {}, done: true };
}

/** A list that is missing alone is unavailable; where the figures are missing too, the address is wrong. */
function orWrongAddress<T>(api: Api, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof UnavailableError) || error.status === 403) throw error;
    try {
      api.get('/stats');
    } catch (second) {
      const isMissing = second instanceof UnavailableError && second.status !== 403;
      if (isMissing || second instanceof DataError) throw wrongAddress(error);
      throw second;
    }
    throw error;
  }
}
