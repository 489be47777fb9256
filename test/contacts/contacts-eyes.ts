import type { PersonJson } from '../../local/apps-script/people/person-json';
import type { UserHands } from '../../local/apps-script/spreadsheet/user-hands';
import { FIELDS } from '../../src/contacts/fields';

export const CLIENTS = 'Clients';

export type FieldName = (typeof FIELDS)[number];

/** A row of the tab Clients: its nine cells as Sheets holds them (a number is a number) and what Sync wrote beside them. */
export type ClientRow = Record<FieldName, unknown> & {
  readonly row: number;
  readonly status: string;
  readonly id: string;
  /** A Date, or a blank text. */
  readonly editedAt: unknown;
};

/** Rows with anything in one of the nine fields, from the top; the columns go by their headers. */
export function rowsOf(hands: UserHands): ClientRow[] {
  const [header = [], ...lines] = hands.rows(CLIENTS);
  return lines.flatMap((line, n) => {
    const cell = (name: string): unknown => line[header.indexOf(name)] ?? '';
    const fields = Object.fromEntries(FIELDS.map((name) => [name, cell(name)])) as Record<FieldName, unknown>;
    if (Object.values(fields).every((value) => value === '')) return [];
    const [status, id] = [String(cell('Statut')), String(cell('sync_id'))];
    return [{ ...fields, row: n + 2, status, id, editedAt: cell('Modifié le') }];
  });
}

/** The nine cells alone. */
export function fieldsOf(row: ClientRow): Record<FieldName, unknown> {
  return Object.fromEntries(FIELDS.map((name) => [name, row[name]])) as Record<FieldName, unknown>;
}

/** A line of the journal; its times and ids are left out. */
export interface JournalLine {
  readonly client: string;
  readonly field: string;
  readonly before: string;
  readonly after: string;
  readonly where: string;
  readonly why: string;
  /** What both sides had before. */
  readonly common: string;
}

/** The lines of the tab Journal, from the top; none while there is no tab. */
export function journalOf(hands: UserHands): JournalLine[] {
  if (!hands.tabs().includes('Journal')) return [];
  const [, ...lines] = hands.rows('Journal');
  return lines.map(([, ...cells]) => {
    const [client = '', field = '', before = '', after = '', where = '', why = '', common = ''] = cells.map(String);
    return { client, field, before, after, where, why, common };
  });
}

export interface StoredLink {
  readonly ref: string;
  readonly source: string;
  readonly state: string;
  readonly base: Record<FieldName, string>;
}

/** The ledger in its hidden tab, where the latest line of an id counts. */
export function linksOf(hands: UserHands): Record<string, StoredLink> {
  const links: Record<string, StoredLink> = {};
  if (!hands.tabs().includes('_sync_contacts')) return links;
  const [, ...lines] = hands.rows('_sync_contacts');
  const sorted = [...lines].sort(([a], [b]) => Number(a) - Number(b));
  const latest = new Map(sorted.map(([, id, ...pieces]) => [String(id), pieces.join('')]));
  for (const [id, text] of latest) if (text !== '') links[id] = toLink(JSON.parse(text) as StoredLine);
  return links;
}

interface StoredLine {
  readonly ref: string;
  readonly source: string;
  readonly state: string;
  readonly base: readonly string[];
}

function toLink({ ref, source, state, base }: StoredLine): StoredLink {
  const fields = Object.fromEntries(FIELDS.map((name, n) => [name, base[n] ?? '']));
  return { ref, source, state, base: fields as Record<FieldName, string> };
}

/** What a contact says: its lists without what the API works out of them, and the resource names of its labels. */
export interface BarePerson extends Record<string, unknown> {
  readonly ref: string;
  readonly labels: readonly string[];
}

export function bareOf({ resourceName = '', memberships = [], ...person }: PersonJson): BarePerson {
  const lists = Object.entries(person).filter(([name]) => name !== 'etag' && name !== 'metadata');
  const labels = memberships.map(({ contactGroupMembership: group }) => group?.contactGroupResourceName ?? '');
  return {
    ref: resourceName,
    labels: labels.sort(),
    ...Object.fromEntries(lists.map(([name, items]) => [name, (items as Record<string, unknown>[]).map(bareItem)])),
  };
}

const WORKED_OUT = [
  'metadata',
  'displayName',
  'displayNameLastFirst',
  'unstructuredName',
  'canonicalForm',
  'formattedType',
];

function bareItem(item: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(item).filter(([name]) => !WORKED_OUT.includes(name)));
}

/** Such as `D2`. */
export function cellOf(row: number, column: number): string {
  return `${String.fromCharCode(64 + column)}${String(row)}`;
}
