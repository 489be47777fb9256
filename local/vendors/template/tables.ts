import { Collection } from '../collection';
import { hostileTexts } from '../hostile-texts';
import { cycle } from '../cycle';
import type { JsonObject } from '../json';
import { Random } from '../random';
import { customRequest, exhibition, painting, user } from './records';
import { order } from './orders';
import { settings } from './settings';

export const LISTS = ['settings', 'paintings', 'orders', 'users', 'exhibitions', 'custom-requests'] as const;

export type ListName = (typeof LISTS)[number];

/** When a record was made, in milliseconds. */
export interface RowFacts {
  readonly createdOn: number;
}

export type Tables = Readonly<Record<ListName, Collection<RowFacts>>>;

const DAY = 86_400_000;

interface Table {
  readonly size: number;
  build(index: number, createdOn: number, random: Random): JsonObject;
  edit(turn: number): JsonObject;
}

/** The tables of the site's database, oldest record first. */
export function createTables(options: { seed: number; orders: number; itemsWithoutId: boolean }, now: number): Tables {
  const { orders } = options;
  const paintings = Math.max(hostileTexts.length, Math.ceil(orders / 3));
  const table = (name: ListName, of: Table): Collection<RowFacts> => createTable(options.seed, name, of, now);
  return {
    settings: table('settings', { size: settings.length, build: setting, edit: editSetting }),
    paintings: table('paintings', { size: paintings, build: painting, edit: editPainting }),
    orders: table('orders', {
      size: orders,
      build: (index, createdOn, random) =>
        order({ index, createdOn, random, paintings, withoutId: options.itemsWithoutId }),
      edit: (turn) => ({ status: cycle(['Expédiée', 'Livrée', 'Annulée'], turn) }),
    }),
    users: table('users', { size: Math.max(4, Math.ceil(orders / 4)), build: user, edit: renameUser }),
    exhibitions: table('exhibitions', {
      size: Math.max(5, Math.ceil(orders / 40)),
      build: exhibition,
      edit: (turn) => ({ location: `Galerie ${String(turn)}` }),
    }),
    'custom-requests': table('custom-requests', {
      size: Math.max(hostileTexts.length, Math.ceil(orders / 12)),
      build: customRequest,
      edit: (turn) => ({ status: cycle(['En cours', 'Terminée'], turn) }),
    }),
  };
}

function createTable(seed: number, name: ListName, of: Table, now: number): Collection<RowFacts> {
  return new Collection<RowFacts>({
    size: of.size,
    facts: (index, created) => ({ createdOn: created ?? dateOf(now, index, of.size) }),
    key: ({ index }) => String(index + 1),
    build: ({ index, facts }) => of.build(index, facts.createdOn, new Random(seed, name, index)),
    edit: (turn) => of.edit(turn),
  });
}

function editSetting(turn: number): JsonObject {
  return { value: `valeur ${String(turn)}` };
}

function editPainting(turn: number): JsonObject {
  return { price: 100 + turn, description: cycle(hostileTexts, turn) };
}

function renameUser(turn: number): JsonObject {
  return { name: `Client ${String(turn)}` };
}

/** Over two years, to the day before `now`. */
function dateOf(now: number, index: number, size: number): number {
  const today = Math.floor(now / DAY) * DAY;
  return today - Math.ceil(((size - index) * 730 * DAY) / size);
}

function setting(index: number): JsonObject {
  const [key, value] = settings[index] ?? [`nouveau_${String(index)}`, ''];
  return { id: index + 1, key, value: SECRETS.includes(key) ? '***MASKED***' : value };
}

/** Settings that the list masks; the full export does not. */
export const SECRETS: readonly string[] = ['stripe_secret_key', 'smtp_password', 'export_api_key'];
