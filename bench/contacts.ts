import { join } from 'node:path';
import type { ContactsRunView, Result } from '../src/app/rpc';
import { createMachine, type Machine } from '../local/apps-script/machine';
import type { PersonJson } from '../local/apps-script/people/person-json';
import { enterValues } from '../local/apps-script/spreadsheet/cells';
import { insert } from '../local/apps-script/spreadsheet/structure';
import { openProject } from '../local/apps-script/project';
import { runAction, setUpContacts } from '../local/cli/contacts-run';
import { toDuration } from '../local/cli/sync-text';
import { check, elapsed, limit } from './check';
import { countSpreadsheetCalls } from './spreadsheet-calls';

const PROJECT = openProject(join(__dirname, '../dist'));
const MONDAY = Date.parse('2026-03-02T08:00:00Z');
const CLIENTS = 10_000;
const IN_GOOGLE = 9_500;
const MORE = 1_200;
const LINKED = 3_000;

/** Syncs large tabs of clients with Google Contacts and holds what that takes against the limits. False when one is broken. */
export function benchContacts(): boolean {
  const figures = [...measureFirst(), ...measureUnchanged()];
  return figures.every((isKept) => isKept);
}

function measureFirst(): boolean[] {
  console.log(`Contacts: first sync of ${String(CLIENTS)} clients, ${String(IN_GOOGLE)} of them in Google already`);
  const machine = openOffice(CLIENTS, IN_GOOGLE);
  const first = syncAll(machine);
  console.log(`\nContacts: ${String(MORE)} more clients in the tab, more than a day allows`);
  fill(machine, CLIENTS, MORE);
  const second = syncAll(machine);
  return [
    check('state', `${first.state}, ${second.state}`, first.state === 'finished' && second.state === 'finished'),
    limit('first sync: requests to Google Contacts', first.requests, 60),
    limit('first sync: spreadsheet calls', first.cells, 300),
    check('days for the others', Math.floor(second.days), second.days >= 2 && second.days < 4),
    limit('requests for the others', second.requests, 60),
    ...checkContacts(machine, CLIENTS + MORE),
  ];
}

/** What a sync took until nothing was left to do. */
interface Measured {
  readonly state: string;
  readonly days: number;
  readonly requests: number;
  readonly cells: number;
}

function syncAll(machine: Machine): Measured {
  machine.resetCalls();
  const startedAt = machine.state.now;
  const executions = machine.executions.length;
  const { state } = runAction(machine, PROJECT, { action: 'sync', words: [], force: false }) as ContactsRunView;
  const took = machine.state.now - startedAt;
  const times = String(machine.executions.length - executions);
  console.log(`  done, ${elapsed()}, ${toDuration(took)} of virtual time, ${times} executions`);
  return {
    state,
    days: took / 86_400_000,
    requests: countRequests(machine),
    cells: countSpreadsheetCalls(machine.calls()),
  };
}

function checkContacts(machine: Machine, wanted: number): boolean[] {
  const people = machine.people.people();
  const marks = people.flatMap(({ clientData = [] }) => clientData.map(({ value }) => value));
  return [
    check('contacts', people.length, people.length === wanted),
    check('contacts made twice', marks.length - new Set(marks).size, marks.length === new Set(marks).size),
  ];
}

function measureUnchanged(): boolean[] {
  console.log(`\nContacts: ${String(LINKED)} linked clients, nothing changed`);
  const machine = openOffice(LINKED, LINKED);
  runAction(machine, PROJECT, { action: 'sync', words: [], force: false });
  const hour = measureOne(machine, 3_600_000);
  const week = measureOne(machine, 7 * 86_400_000);
  return [
    limit('requests an hour later', hour.requests, 1),
    limit('requests a week later, when Google wants all listed again', week.requests, 5),
    limit('seconds of virtual time', hour.ms / 1000, 60),
    limit('spreadsheet calls', hour.cells, 20),
  ];
}

function measureOne(machine: Machine, later: number): { requests: number; ms: number; cells: number } {
  machine.advance(later);
  machine.resetCalls();
  const startedAt = machine.state.now;
  const answer = machine.page(PROJECT).call('syncContacts', []);
  const { value } = answer as unknown as { readonly value: Result<ContactsRunView> };
  if (!value.ok || value.value.state !== 'finished') throw new Error(JSON.stringify(value));
  const cells = countSpreadsheetCalls(machine.calls());
  return { requests: countRequests(machine), ms: machine.state.now - startedAt, cells };
}

/** An office with so many clients in its tab, the first of them in Google too. */
function openOffice(clients: number, inGoogle: number): Machine {
  const machine = createMachine({ startAt: MONDAY });
  setUpContacts(machine, PROJECT, { label: '' });
  fill(machine, 0, clients);
  machine.people.import(Array.from({ length: inGoogle }, (_, n) => personOf(n)));
  return machine;
}

/** Puts clients into the tab, below those that are there. */
function fill(machine: Machine, from: number, count: number): void {
  const [workbook] = machine.documents.workbooks.values();
  const tab = workbook?.tabs.find(({ name }) => name === 'Clients');
  if (!workbook || !tab) throw new Error('There is no tab Clients');
  const missing = from + count + 1 - tab.grid.maxRows;
  if (missing > 0) insert(workbook, tab, 'row', tab.grid.maxRows, missing, tab.grid.maxRows - 1);
  const rows = Array.from({ length: count }, (_, n) => fieldsOf(from + n));
  enterValues(workbook, tab, { row: from + 1, column: 0, rows: count, columns: 7 }, rows, MONDAY);
}

function fieldsOf(n: number): readonly string[] {
  const number = String(n).padStart(5, '0');
  return [
    `Nom ${number}`,
    'Jean',
    `client${number}@example.fr`,
    `06${String(10_000_000 + n)}`,
    `${number} rue A`,
    'Lyon',
    '69001',
  ];
}

function personOf(n: number): PersonJson {
  const [familyName = '', givenName = '', email = '', phone = '', streetAddress = '', city = '', postalCode = ''] =
    fieldsOf(n);
  return {
    names: [{ familyName, givenName }],
    emailAddresses: [{ value: email }],
    phoneNumbers: [{ value: phone.replace(/^0/, '+33 ') }],
    addresses: [{ streetAddress, city, postalCode }],
  };
}

function countRequests(machine: Machine): number {
  const counts = Object.entries(machine.calls()).filter(([name]) => /^People\..*\.[a-z]\w+$/.test(name));
  return counts.reduce((sum, [, count]) => sum + count, 0);
}
