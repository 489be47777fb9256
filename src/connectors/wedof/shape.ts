import type { Column } from '../../core/columns';
import type { JsonObject, Row, Words } from '../../core/model';
import { textOf } from '../fields';
import { createFlatten, type Draft } from '../flatten';
import { hasWord } from '../has-word';
import { sentences } from './sentences';

/** How one kind of record becomes rows. */
export interface Shape {
  readonly key: readonly [string];
  readonly columns: readonly Column[];
  readonly toRow: (record: JsonObject) => Row | null;
  readonly toRows: (records: readonly JsonObject[]) => Rows;
}

/** Rows, and what the user should know about those left out. */
export interface Rows {
  readonly rows: readonly Row[];
  readonly note?: Words;
}

/**
 * The shape of a kind of record. A record without `key` is known by another id of its own; one without any makes no row.
 * What never appears: links of the API, social security and bank account numbers, and, unless `links`, every link that
 * opens a file or a personal space. `keepsNulls`: for rows that other streams' pages hold, where absent means unknown.
 */
export function createShape(key: string, columns: readonly Column[], links: boolean, keepsNulls = false): Shape {
  const flatten = createFlatten(columns, (name) => isLeftOut(name, links), keepsNulls);
  const toRow = (record: JsonObject): Row | null => withKey(flatten(record), key);
  return {
    key: [key],
    columns,
    toRow,
    toRows: (records) => {
      const rows = records.map(toRow).filter((row) => row !== null);
      const lost = records.length - rows.length;
      return lost === 0 ? { rows } : { rows, note: sentences.keyless(lost) };
    },
  };
}

const NEVER: readonly string[] = ['nir', 'iban'];
const OTHER_IDS: readonly string[] = ['externalId', 'id', 'siret', 'email'];

function isLeftOut(name: string, links: boolean): boolean {
  if (name === 'href' || hasWord(name, NEVER)) return true;
  return !links && /link$/i.test(name) && name !== 'externalLink';
}

function withKey(row: Draft, key: string): Row | null {
  if (textOf(row[key]) !== '') return row;
  const id = OTHER_IDS.map((name) => textOf(row[name])).find((text) => text !== '');
  if (id === undefined) return null;
  row[key] = id;
  return row;
}
