import type { Fields } from '../../src/contacts/fields';
import { CLIENTS, fieldsOf, type ClientRow, type FieldName } from './contacts-eyes';
import { personOf, type Office } from './contacts-lab';

/** So many clients, numbered from `first`: `change` gives the fields in which one differs. */
export function clientsOf(
  count: number,
  change: (n: number) => Partial<Fields> = () => ({}),
  first = 1,
): readonly Partial<Fields>[] {
  return Array.from({ length: count }, (_, place) => {
    const n = first + place;
    const name = String(n).padStart(4, '0');
    return { nom: `Nom ${name}`, prenom: 'Paul', email: `c${name}@x.fr`, telephone: phoneOf(n), ...change(n) };
  });
}

/** A French mobile number of its own for each. */
export function phoneOf(n: number, prefix = '06'): string {
  const digits = String(10_000_000 + n);
  return [prefix, ...(digits.match(/../g) ?? [])].join(' ');
}

/** Puts rows into the tab Clients at once, as a paste from elsewhere does, from `row` on. */
export function pasteRows({ addOn, hands }: Office, clients: readonly Partial<Fields>[], row = 2): void {
  const tab = addOn.workbook.tabs.find(({ name }) => name === CLIENTS);
  if (!tab) throw new Error('There is no tab Clients');
  const [header = []] = hands.rows(CLIENTS);
  tab.grid.maxRows = Math.max(tab.grid.maxRows, row - 1 + clients.length);
  clients.forEach((client, n) => {
    const values = header.slice(0, 9).map((name) => client[name as FieldName] ?? '');
    tab.grid.writeValues(row - 1 + n, 0, values);
  });
}

/** Puts other values into the rows that there are, each where it stands. */
export function pasteOver(office: Office, change: (row: ClientRow) => Partial<Fields>): void {
  const rows = office.clients().map((row) => ({ ...(fieldsOf(row) as Fields), ...change(row) }));
  pasteRows(office, rows);
}

/** The number in the address of one of `clientsOf`. */
export function numberIn({ email }: Pick<ClientRow, 'email'>): number {
  return Number(/\d+/.exec(String(email))?.[0]);
}

/** Imports contacts with the label Clients, and returns their resource names. */
export function importContacts({ people, label }: Office, clients: readonly Partial<Fields>[]): readonly string[] {
  const memberships = [{ contactGroupMembership: { contactGroupResourceName: label } }];
  return people.import(clients.map((client) => ({ ...personOf(client), memberships })));
}

/** Lets as many requests through as a script sends without looking at the clock. */
export function withoutQuotas({ people }: Office): void {
  people.rules.perMinute = { reads: 10_000, writes: 10_000 };
  people.rules.fullSyncPerMinute = 10_000;
  people.rules.createdPerDay = 100_000;
}
