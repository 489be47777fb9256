import type { AccountOptions } from '../../local/apps-script/account';
import type { Machine } from '../../local/apps-script/machine';
import type { MachinePeople } from '../../local/apps-script/people/machine-people';
import type { PersonJson } from '../../local/apps-script/people/person-json';
import type { Project } from '../../local/apps-script/project';
import type { UserHands } from '../../local/apps-script/spreadsheet/user-hands';
import type { ContactsCalls, ContactsRunOptions, ContactsRunView, ContactsSettings } from '../../src/app/rpc';
import type { Fields } from '../../src/contacts/fields';
import { openAddOn, type AddOn } from '../app/add-on';
import {
  bareOf,
  cellOf,
  CLIENTS,
  journalOf,
  linksOf,
  rowsOf,
  type BarePerson,
  type ClientRow,
  type FieldName,
  type JournalLine,
  type StoredLink,
} from './contacts-eyes';
import { openMark, type Writes } from './contacts-writes';

export { buildAddOn } from '../app/add-on';
export { NO_WRITES } from './contacts-writes';

/**
 * An office that keeps its clients in the tab Clients and in Google Contacts, set up with the label Clients, in both directions, the
 * tab winning ties, and no trigger unless told. Every act of a person takes place a minute after what came before.
 */
export interface Office {
  readonly addOn: AddOn;
  readonly machine: Machine;
  readonly people: MachinePeople;
  /** The raw hands at the spreadsheet: what they do stamps nothing. */
  readonly hands: UserHands;
  /** The resource name of the label Clients. */
  readonly label: string;

  /** Fills in the first empty row, as someone types it, and returns its number. */
  addClient(fields: Partial<Fields>): number;
  /** Types into a client's cell, by row number or by the address that stands there; onEdit runs then, and stamps the row. */
  edit(client: number | string, field: FieldName, text: string): void;
  /** The same without onEdit, as an import or another script writes it. */
  paste(client: number | string, field: FieldName, text: string): void;
  /** Adds a contact with the label Clients and returns its resource name; `more` is what it has beside the nine fields. */
  addContact(fields: Partial<Fields>, more?: PersonJson): string;
  /** Changes a contact in Google's own pages. */
  editContact(ref: string, change: (person: PersonJson) => void): void;

  /** What a page gets that calls a function. */
  ask<N extends Name>(name: N, ...args: Parameters<ContactsCalls[N]>): ReturnType<ContactsCalls[N]>;
  /** The value of that; throws the advice of a refusal. */
  call<N extends Name>(name: N, ...args: Parameters<ContactsCalls[N]>): Value<N>;
  /** One press of the button "Synchronise". Throws the advice when it fails. */
  sync(options?: ContactsRunOptions): ContactsRunView;
  /** The advice of a sync that fails; throws when it does not. */
  refusal(options?: ContactsRunOptions): string;

  /** The rows of the tab with a client, from the top. */
  clients(): ClientRow[];
  /** The one row of an address, whatever its case; throws for none or several. */
  client(email: string): ClientRow;
  status(email: string): string;
  /** All contacts in order of creation, without what the API works out or tells of items. */
  contacts(): BarePerson[];
  /** The one of a resource name. */
  contact(ref: string): BarePerson;
  /** The resource name of the one contact with the address; throws for none or several. */
  refOf(email: string): string;
  /** The journal from the top, without times and ids. */
  journal(): JournalLine[];
  /** What both sides agreed on, by the id of the row. */
  links(): Record<string, StoredLink>;

  /** Starts counting what is written. */
  mark(): void;
  /** What was written since the last mark: by whom makes no difference. */
  writes(): Writes;
  /** What another sync writes; `NO_WRITES` when all is done. */
  again(): Writes;
}

type Name = keyof ContactsCalls;
type Value<N extends Name> = Extract<ReturnType<ContactsCalls[N]>, { ok: true }>['value'];

export interface OfficeOptions extends AccountOptions {
  readonly settings?: Partial<ContactsSettings>;
  /** Filled in before the sync is set up, in a tab Clients of the user's own; the first line is the header. */
  readonly tab?: readonly (readonly string[])[];
}

const SETTINGS: ContactsSettings = {
  scope: { kind: 'label', name: 'Clients' },
  ...{ direction: 'both', tie: 'sheet', hourly: false, atOnce: false },
};

/** A new office; nothing was synced yet. */
export function openOffice(project: Project, { settings = {}, tab, ...account }: OfficeOptions = {}): Office {
  const addOn = openAddOn(project, { startAt: Date.UTC(2026, 10, 30, 8), ...account });
  if (tab) fillTab(addOn.hands, tab);
  const office = officeOn(addOn);
  office.call('saveContacts', { ...SETTINGS, ...settings });
  return { ...office, label: labelIn(addOn) };
}

/** An office on an add-on that is set up. */
export function officeOn(addOn: AddOn): Office {
  const { machine, hands } = addOn;
  const ask: Office['ask'] = (name, ...args) => addOn.call(name, ...args) as ReturnType<ContactsCalls[typeof name]>;
  const call: Office['call'] = (name, ...args) => {
    const result = ask(name, ...args);
    if (!result.ok) throw new Error(result.advice);
    return result.value;
  };
  const sync: Office['sync'] = (options) => {
    machine.advance(MINUTE);
    return call('syncContacts', ...(options ? [options] : []));
  };
  let mark = openMark(addOn);
  const setMark = (): void => {
    mark = openMark(addOn);
  };
  return {
    ...{ addOn, machine, hands, ask, call, sync, people: machine.people },
    label: labelIn(addOn),
    ...createHands(addOn),
    ...createEyes(addOn),
    refusal(options) {
      machine.advance(MINUTE);
      const result = ask('syncContacts', ...(options ? [options] : []));
      if (result.ok) throw new Error(`The sync did not fail: ${JSON.stringify(result.value)}`);
      return result.advice;
    },
    mark: setMark,
    writes: () => mark.writes(),
    again() {
      setMark();
      sync();
      return mark.writes();
    },
  };
}

const MINUTE = 60_000;

function labelIn({ machine }: AddOn): string {
  return machine.people.groups().find(({ name }) => name === 'Clients')?.resourceName ?? '';
}

/** The nine fields as the API has them. */
export function personOf(fields: Partial<Fields>): PersonJson {
  const { nom, prenom, email, telephone, adresse, ville, code_postal: postalCode, entreprise, fonction } = fields;
  const list = (name: string, item: Record<string, string | undefined>): object =>
    Object.values(item).every((value) => value === undefined) ? {} : { [name]: [item] };
  return {
    ...list('names', { familyName: nom, givenName: prenom }),
    ...list('emailAddresses', { value: email }),
    ...list('phoneNumbers', { value: telephone }),
    ...list('addresses', { streetAddress: adresse, city: ville, postalCode }),
    ...list('organizations', { name: entreprise, title: fonction }),
  };
}

function fillTab(hands: UserHands, lines: readonly (readonly string[])[]): void {
  hands.addTab(CLIENTS);
  lines.forEach((line, n) => {
    line.forEach((text, column) => {
      hands.type(CLIENTS, cellOf(n + 1, column + 1), text);
    });
  });
}

type Acts = 'addClient' | 'edit' | 'paste' | 'addContact' | 'editContact';

function createHands({ machine, hands, workbook }: AddOn): Pick<Office, Acts> {
  const tabId = (): number => workbook.tabs.find(({ name }) => name === CLIENTS)?.id ?? 0;
  const place = (client: number | string, field: FieldName): { row: number; column: number } => {
    const [header = []] = hands.shown(CLIENTS);
    const row = typeof client === 'number' ? client : oneRow(rowsOf(hands), client).row;
    return { row, column: header.indexOf(field) + 1 };
  };
  const edit: Office['edit'] = (client, field, text) => {
    machine.advance(MINUTE);
    const { row, column } = place(client, field);
    hands.type(CLIENTS, cellOf(row, column), text);
    const failed = machine.edited({ tab: tabId(), row, column, value: text }).filter(({ status }) => status !== 'done');
    if (failed.length > 0) throw new Error(JSON.stringify(failed));
  };
  return {
    edit,
    addClient(fields) {
      const row = rowsOf(hands).reduce((last, each) => Math.max(last, each.row), 1) + 1;
      for (const [field, text] of Object.entries(fields)) edit(row, field as FieldName, text);
      return row;
    },
    paste(client, field, text) {
      machine.advance(MINUTE);
      const { row, column } = place(client, field);
      hands.type(CLIENTS, cellOf(row, column), text);
    },
    addContact(fields, more = {}) {
      machine.advance(MINUTE);
      const ref = machine.people.add({ ...personOf(fields), ...more });
      const label = machine.people.groups().find(({ name }) => name === 'Clients');
      if (label) machine.people.label(ref, label.resourceName);
      return ref;
    },
    editContact(ref, change) {
      machine.advance(MINUTE);
      machine.people.edit(ref, change);
    },
  };
}

type Sights = 'clients' | 'client' | 'status' | 'contacts' | 'contact' | 'refOf' | 'journal' | 'links';

function createEyes({ machine: { people }, hands }: AddOn): Pick<Office, Sights> {
  return {
    clients: () => rowsOf(hands),
    client: (email) => oneRow(rowsOf(hands), email),
    status: (email) => oneRow(rowsOf(hands), email).status,
    contacts: () => people.people().map(bareOf),
    contact: (ref) => bareOf(people.person(ref)),
    refOf(email) {
      const has = ({ emailAddresses = [] }: PersonJson): boolean =>
        emailAddresses.some(({ value = '' }) => value.toLowerCase() === email.toLowerCase());
      const [found, ...others] = people.people().filter(has);
      if (!found || others.length > 0) throw new Error(`${String(others.length + 1)} contacts, or none: ${email}`);
      return found.resourceName ?? '';
    },
    journal: () => journalOf(hands),
    links: () => linksOf(hands),
  };
}

function oneRow(rows: readonly ClientRow[], email: string): ClientRow {
  const [found, ...others] = rows.filter((row) => String(row.email).toLowerCase() === email.toLowerCase());
  if (!found || others.length > 0) throw new Error(`${String(others.length + 1)} rows, or none: ${email}`);
  return found;
}
