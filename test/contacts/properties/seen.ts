import {
  currentOf,
  type ContactRecord,
  type Fields as Lists,
  type Json,
} from '../../../local/apps-script/people/contact-book';
import { toDisplay } from '../../../local/apps-script/spreadsheet/display';
import type { Tab } from '../../../local/apps-script/spreadsheet/workbook';
import { FIELDS, toFields, type Field, type Fields } from '../../../src/contacts/fields';
import { clientsTab, OWN, type World } from './world';

/** Both sides, the ledger and the journal at a moment, read without the product's code. */
export interface Seen {
  readonly rows: readonly SeenRow[];
  /** By key, those in the trash too. */
  readonly contacts: ReadonlyMap<string, SeenContact>;
  readonly links: readonly SeenLink[];
  readonly journal: readonly SeenEntry[];
}

/** A row with a client. */
export interface SeenRow {
  /** From 0. */
  readonly at: number;
  /** The user's own name for it; blank: the sync made it just now. */
  readonly own: string;
  readonly id: string;
  readonly fields: Fields;
  /** What stands in columns that are not the sync's. */
  readonly others: string;
}

export interface SeenContact {
  readonly key: string;
  /** Present and former resource names, and the id of its data. */
  readonly names: ReadonlySet<string>;
  readonly isLive: boolean;
  readonly lists: Lists;
  /** What a sync left in it. */
  readonly marks: readonly string[];
}

export interface SeenLink {
  readonly id: string;
  readonly ref: string;
  readonly source: string;
  readonly state: string;
  /** What the contact has that is not the client's. */
  readonly left: readonly string[];
  /** What both sides agreed on last. */
  readonly base: Fields;
}

export interface SeenEntry {
  readonly link: string;
  /** Name and address. */
  readonly client: string;
  readonly field: Field;
  readonly values: readonly string[];
}

export function look(world: World): Seen {
  const contacts = Object.values(world.account.state.people.user?.contacts ?? {}).flatMap(seeContact);
  return {
    rows: rowsOf(world),
    contacts: new Map(contacts.map((contact) => [contact.key, contact])),
    links: linksOf(world),
    journal: journalOf(world),
  };
}

/** Where the columns of the tab stand, from 0. */
export function columnsOf({ grid }: Tab): ReadonlyMap<string, number> {
  return new Map((grid.rows[0]?.values ?? []).map((header, column) => [String(header), column]));
}

export function rowsOf(world: World): readonly SeenRow[] {
  const tab = clientsTab(world);
  const columns = columnsOf(tab);
  const of = (name: string): number => columns.get(name) ?? -1;
  const places = FIELDS.map(of);
  const ours = new Set([...places, ...['Statut', 'Modifié le', 'sync_id', OWN].map(of)]);
  return tab.grid.rows.flatMap((row, at): readonly SeenRow[] => {
    if (at === 0 || !row) return [];
    const text = (column: number): string => toDisplay(row.values[column] ?? '', '@', 'fr_FR');
    const fields = toFields((field) => text(of(field)));
    if (FIELDS.every((field) => fields[field].trim() === '')) return [];
    const others = row.values.map((value, column) => (ours.has(column) ? '' : String(value)));
    return [{ at, own: text(of(OWN)), id: text(of('sync_id')), fields, others: others.join('').trim() }];
  });
}

function seeContact(record: ContactRecord): readonly SeenContact[] {
  const version = currentOf(record);
  const lists = version.fields ?? record.trash?.fields;
  if (!lists) return [];
  const { key, sourceId, formerNames } = record;
  const names = new Set([version.resourceName, sourceId, ...formerNames]);
  const marks = (lists.clientData ?? []).filter((each) => each.key === 'sync_client').map(({ value }) => String(value));
  return [{ key, names, isLive: version.fields !== null, lists, marks }];
}

/** Every value that a contact has for a field of a client's. */
export function valuesOf({ lists }: SeenContact, field: Field): readonly string[] {
  const [list, ...parts] = PLACES[field];
  return (lists[list] ?? [])
    .map((item) =>
      parts
        .map((part) => textOf(item, part))
        .filter((text) => text !== '')
        .join('\n'),
    )
    .filter((value) => value !== '');
}

export const PLACES: Readonly<Record<Field, readonly [string, ...string[]]>> = {
  nom: ['names', 'familyName'],
  prenom: ['names', 'givenName'],
  email: ['emailAddresses', 'value'],
  telephone: ['phoneNumbers', 'value'],
  adresse: ['addresses', 'streetAddress', 'extendedAddress'],
  ville: ['addresses', 'city'],
  code_postal: ['addresses', 'postalCode'],
  entreprise: ['organizations', 'name'],
  fonction: ['organizations', 'title'],
};

export function textOf(item: Json, part: string): string {
  const value = item[part];
  return typeof value === 'string' ? value : '';
}

/** The lines of a tab that only the sync writes. */
function linesOf({ workbook }: World, name: string): readonly (readonly string[])[] {
  const tab = workbook.tabs.find((each) => each.name === name);
  return (tab?.grid.rows ?? []).slice(1).flatMap((row) => (row?.values.length ? [row.values.map(String)] : []));
}

function linksOf(world: World): readonly SeenLink[] {
  const latest = new Map(linesOf(world, '_sync_contacts').map(([, key = '', text = '']) => [key, text]));
  return [...latest].flatMap(([id, text]) => {
    if (text === '') return [];
    const { base, ...link } = JSON.parse(text) as Omit<SeenLink, 'id' | 'base'> & { base: readonly string[] };
    return [{ ...link, id, base: toFields((field) => base[FIELDS.indexOf(field)] ?? '') }];
  });
}

function journalOf(world: World): readonly SeenEntry[] {
  return linesOf(world, 'Journal').map((cells) => ({
    link: cells[9] ?? '',
    client: cells[1] ?? '',
    field: cells[2] as Field,
    values: [cells[3] ?? '', cells[4] ?? '', cells[7] ?? ''],
  }));
}
