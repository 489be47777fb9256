import type { Column } from '../../core/columns';
import type { JsonObject, Row, Words } from '../../core/model';
import type { Stream } from '../connector';
import { isList, isObject, textOf } from '../fields';
import { createFlatten } from '../flatten';
import { hasWord } from '../has-word';
import * as columns from './columns';

/** One kind of record of a Template site, and how its records become rows. */
export interface Kind extends Pick<Stream, 'name' | 'title' | 'help' | 'key' | 'columns' | 'mode'> {
  toRows(records: readonly JsonObject[]): { readonly rows: readonly Row[]; readonly note?: Words };
}

/** Kinds with a list of their own, in reading order. */
export function defineLists(): readonly Kind[] {
  return [
    masked(
      defineKind('settings', 'key', columns.settingColumns, 'snapshot', [
        ['Réglages', 'Settings'],
        ['Une ligne par réglage du site.', 'One row for each setting of the site.'],
      ]),
    ),
    defineKind('paintings', 'id', columns.paintingColumns, 'snapshot', [
      ['Peintures', 'Paintings'],
      ['Une ligne par œuvre.', 'One row for each work.'],
    ]),
    defineKind('orders', 'id', columns.orderColumns, 'insert-only', [
      ['Commandes', 'Orders'],
      [
        'Une ligne par commande ; une ligne déjà là ne change plus.',
        'One row for each order; a row that is there no longer changes.',
      ],
    ]),
    defineKind('users', 'id', columns.userColumns, 'snapshot', [
      ['Utilisateurs', 'Users'],
      ['Une ligne par utilisateur du site.', 'One row for each user of the site.'],
    ]),
    defineKind('exhibitions', 'id', columns.exhibitionColumns, 'snapshot', [
      ['Expositions', 'Exhibitions'],
      ['Une ligne par exposition.', 'One row for each exhibition.'],
    ]),
    defineKind('custom-requests', 'id', columns.customRequestColumns, 'snapshot', [
      ['Demandes personnalisées', 'Custom requests'],
      ['Une ligne par demande personnalisée.', 'One row for each custom request.'],
    ]),
  ];
}

/** The figures of the site: one row each. */
export function defineStats(): Kind {
  return defineKind('stats', 'key', columns.statColumns, 'snapshot', [
    ['Statistiques', 'Statistics'],
    ['Une ligne par chiffre que le site calcule.', 'One row for each figure that the site works out.'],
  ]);
}

/** The items of orders; `toRows` takes the orders. */
export function defineOrderItems(): Kind {
  const flatten = createFlatten(columns.orderItemColumns, isLeftOut, false);
  return {
    name: 'order-items',
    title: { fr: 'Lignes de commande', en: 'Order items' },
    help: { fr: 'Une ligne par article commandé.', en: 'One row for each item ordered.' },
    key: ['order_id', 'id'],
    columns: columns.orderItemColumns,
    mode: 'insert-only',
    toRows: (orders) => ({
      rows: orders.flatMap((order) => {
        const items = isList(order.items) ? order.items.filter(isObject) : [];
        return items.flatMap((item, i) => {
          const parent = textOf(order.id) || textOf(item.order_id);
          const row = { ...flatten(item), order_id: parent, id: textOf(item.id) || String(i + 1) };
          return parent === '' ? [] : [row];
        });
      }),
    }),
  };
}

function defineKind(
  name: string,
  key: string,
  known: readonly Column[],
  mode: Stream['mode'],
  [title, help]: readonly [readonly [string, string], readonly [string, string]],
): Kind {
  const flatten = createFlatten(known, (field) => isLeftOut(field) || (name === 'orders' && field === 'items'), false);
  return {
    name,
    title: { fr: title[0], en: title[1] },
    help: { fr: help[0], en: help[1] },
    key: [key],
    columns: known,
    mode,
    toRows: (records) => {
      const keyed = records.map(flatten).filter((row) => textOf(row[key]) !== '');
      const lost = records.length - keyed.length;
      // A key that stands twice, as settings of several tenants do, keeps its last value.
      const rows = [...new Map(keyed.map((row) => [textOf(row[key]), row])).values()];
      return lost === 0 ? { rows } : { rows, note: keyless(lost) };
    },
  };
}

/** The full export tells the passwords and keys among the settings, which their list masks in these words. */
function masked(kind: Kind): Kind {
  const isSecret = (key: string): boolean =>
    hasWord(key, ['password', 'passwd', 'secret', 'token']) || /api_?key/i.test(key);
  const mask = (record: JsonObject): JsonObject =>
    isSecret(textOf(record.key)) ? { ...record, value: '***MASKED***' } : record;
  return { ...kind, toRows: (records) => kind.toRows(records.map(mask)) };
}

/** What the site keeps to check passwords is of no use in a spreadsheet, and must not lie there. */
function isLeftOut(field: string): boolean {
  return hasWord(field, ['password', 'passwd']);
}

function keyless(count: number): Words {
  return {
    fr: `Le site a envoyé ${count} fiche(s) sans identifiant : elles n’ont pas été reprises.`,
    en: `The site sent ${count} record(s) without an id: they were left out.`,
  };
}
