import { join } from 'node:path';
import { createMachine, type Machine } from '../local/apps-script/machine';
import { openProject } from '../local/apps-script/project';
import { findDataTabs, type DataTab } from '../local/cli/data-tabs';
import { runSync, type SyncResult } from '../local/cli/run-sync';
import { toDuration } from '../local/cli/sync-text';
import { readKind } from '../local/expected/read-kind';
import { toText } from '../local/vendors/json';
import type { LoggedRequest } from '../local/vendors/request-log';
import { startVendor, type StartedVendor } from '../local/vendors/start-vendor';
import { check, elapsed, limit } from './check';
import { countSpreadsheetCalls } from './spreadsheet-calls';

const TOO_MANY = 200_000;
const TICKETS = 150_000;
const CHANGES = 5000;
const COLUMNS = 60;
const FIELDS = 20;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const MONDAY = '2026-03-02T08:00:00Z';
/** Incremental exports a minute (developer.zendesk.com, Incremental Exports, Rate limits). */
const ALLOWED = 10;

/** Imports large Zendesk accounts, then a week's changes, and holds what that takes against the limits. False when one is broken. */
export async function benchZendesk(): Promise<boolean> {
  const refused = await measureTooMany();
  const zendesk = await startZendesk(TICKETS);
  const desk = await openDesk(zendesk);
  const figures = [...refused, ...(await measureImport(desk)), ...(await measureWeek(desk))];
  await zendesk.stop();
  return figures.every((isKept) => isKept);
}

/** A spreadsheet, the account that it is connected to, and the columns that are wanted of it. */
interface Desk {
  readonly zendesk: StartedVendor;
  readonly machine: Machine;
  readonly columns: readonly string[];
}

/** One ticket in 29 of a served account is deleted: exported like the others, and left out of the tab. */
function withDeleted(tickets: number): number {
  return Math.round((tickets * 29) / 28);
}

function startZendesk(tickets: number): Promise<StartedVendor> {
  return startVendor('zendesk', {
    tickets: withDeleted(tickets),
    users: 8000,
    organizations: 400,
    customFields: FIELDS,
    now: MONDAY,
  });
}

async function openDesk(zendesk: StartedVendor): Promise<Desk> {
  const routes = { 'https://acme.zendesk.com': zendesk.url };
  const { records } = await readKind(zendesk, 'ticket_fields');
  const own = records.filter(({ active, removable }) => active === true && removable === true);
  const fields = own.map(({ id }) => toText(id));
  if (fields.length < FIELDS) throw new Error(`The account has only ${String(fields.length)} fields.`);
  const columns = [...OURS.slice(0, COLUMNS - FIELDS), ...fields.slice(0, FIELDS)];
  return { zendesk, machine: createMachine({ startAt: Date.parse(MONDAY), routes }), columns };
}

async function measureTooMany(): Promise<boolean[]> {
  console.log(`Zendesk: ${String(TOO_MANY)} tickets with ${String(COLUMNS)} columns`);
  const zendesk = await startZendesk(TOO_MANY);
  const desk = await openDesk(zendesk);
  const { entries } = sync(desk, ['tickets']);
  await zendesk.stop();
  const refusal = entries.find(({ stream }) => stream === 'tickets');
  const rows = Math.max(0, (ticketsOf(desk)?.tab.grid.contentRows() ?? 0) - 1);
  // Digits stand in groups of three.
  const digits = (refusal?.message ?? '').replace(/\s/g, '');
  const tells = digits.includes(String(TOO_MANY)) && digits.includes(String(TOO_MANY * COLUMNS));
  console.log(`  ${refusal?.message ?? ''}`);
  return [
    check('refused', refusal?.status ?? 'no', refusal?.status === 'failed'),
    check('the count is told', tells ? 'yes' : 'no', tells),
    check('rows written', rows, rows === 0),
  ];
}

async function measureImport(desk: Desk): Promise<boolean[]> {
  console.log(
    `\nZendesk: first import of ${String(TICKETS)} tickets with ${String(COLUMNS)} columns, and of the lookup tabs`,
  );
  const { machine } = desk;
  for (let request = 20; request <= 200; request += 20) {
    const say = (): void => {
      console.log(`  ${String(request)} requests, ${elapsed()}`);
    };
    machine.faults.hook('after', request, say, { method: 'UrlFetchApp.fetch' });
  }
  const startedAt = machine.state.now;
  const { executions, calls, error } = sync(desk);
  machine.faults.clear();
  const took = machine.state.now - startedAt;
  const { pages, violations } = await readLog(desk);
  const fetches = calls['UrlFetchApp.fetch'] ?? 0;
  const least = Math.ceil(pages / ALLOWED) * MINUTE;
  const width = ticketsOf(desk)?.tab.grid.contentColumns() ?? 0;
  return [
    check('ended without an error', error ?? 'yes', error === null),
    check('columns', width, width === COLUMNS),
    check('executions', executions, executions > 1),
    limit('virtual minutes', took / MINUTE, (1.1 * least) / MINUTE),
    check('requests that break a rate limit', violations.length, violations.length === 0),
    limit(`fetches of tickets (and ${String(fetches - pages)} others)`, pages, 160),
    limit('spreadsheet calls a page of tickets, all of the import counted', countSpreadsheetCalls(calls) / pages, 6),
    ...(await checkRows(desk)),
  ];
}

async function measureWeek(desk: Desk): Promise<boolean[]> {
  console.log(`\nZendesk: ${String(CHANGES)} scattered changes, a week later`);
  const { machine, zendesk } = desk;
  machine.advance(7 * 24 * HOUR);
  await setClock(desk);
  await zendesk.control({ op: 'update', kind: 'tickets', count: CHANGES });
  machine.advance(HOUR);
  await setClock(desk);
  const { entries, calls, error } = sync(desk);
  const updated = entries.find(({ stream }) => stream === 'tickets')?.updated ?? 0;
  return [
    check('ended without an error', error ?? 'yes', error === null),
    check('rows updated', updated, updated > 0.9 * CHANGES && updated <= CHANGES),
    limit('spreadsheet calls, names repeated', countSpreadsheetCalls(calls), 120),
    ...(await checkRows(desk)),
  ];
}

async function setClock({ machine, zendesk }: Desk): Promise<void> {
  await zendesk.control({ op: 'clock', now: new Date(machine.state.now).toISOString() });
}

function sync({ machine, columns }: Desk, streams: readonly string[] = []): SyncResult {
  const startedAt = machine.state.now;
  const project = openProject(join(__dirname, '../dist'));
  const settings = { ...SIGN_IN, columns: columns.join(', '), csv: 'off' };
  const result = runSync(machine, project, { connector: 'zendesk', settings, streams });
  console.log(`  done, ${elapsed()}, ${toDuration(machine.state.now - startedAt)} of virtual time`);
  return result;
}

const SIGN_IN = { subdomain: 'acme', clientId: 'sync', clientSecret: 'local-zendesk-secret' };

function ticketsOf({ machine }: Desk): DataTab | undefined {
  return findDataTabs(machine).find(({ stream }) => stream === 'tickets');
}

/** How many pages of tickets the account was asked for so far, and what was asked too often or in the wrong way. */
async function readLog({ zendesk }: Desk): Promise<{ pages: number; violations: readonly string[] }> {
  const log = (await zendesk.control({ op: 'log' })) as {
    readonly requests: readonly LoggedRequest[];
    readonly violations: readonly string[];
  };
  const pages = log.requests.filter(({ path }) => path.startsWith('/api/v2/incremental/tickets/')).length;
  return { pages, violations: log.violations };
}

/** Each ticket of the account that is not deleted stands in exactly one row, in its newest version. */
async function checkRows(desk: Desk): Promise<boolean[]> {
  const grid = ticketsOf(desk)?.tab.grid;
  const header = grid?.rows[0]?.values ?? [];
  const [id, version] = [header.indexOf('ticket_id'), header.indexOf('generated_timestamp')];
  const rows = (grid?.rows ?? []).slice(1).map((row) => row?.values ?? []);
  const versions = new Map(rows.map((values) => [String(values[id]), Number(values[version])]));
  let [expected, missing, old] = [0, 0, 0];
  for (let from = 0; from < withDeleted(TICKETS); from += 5000) {
    const { records } = await readKind(desk.zendesk, 'tickets', from, from + 5000);
    for (const ticket of records.filter(({ status }) => status !== 'deleted')) {
      const found = versions.get(toText(ticket.id));
      expected += 1;
      if (found === undefined) missing += 1;
      else if (found !== ticket.generated_timestamp) old += 1;
    }
  }
  return [
    check('rows', rows.length, rows.length === expected),
    check('duplicate rows', rows.length - versions.size, rows.length === versions.size),
    check('missing rows', missing, missing === 0),
    check('rows that are not the newest', old, old === 0),
  ];
}

/** Columns of the wide table, the most wanted first. */
const OURS: readonly string[] = [
  ...['ticket_id', 'generated_timestamp', 'synced_at', 'ticket_url', 'subject', 'type', 'priority', 'status'],
  ...['channel', 'created_at', 'updated_at', 'solved_at', 'created_date', 'solved_date', 'requester_id'],
  ...['requester_name', 'requester_email', 'assignee_id', 'assignee_name', 'group_id', 'group_name'],
  ...['organization_id', 'organization_name', 'brand_id', 'brand_name', 'ticket_form_id', 'ticket_form_name'],
  ...['first_reply_calendar', 'first_reply_business', 'first_resolution_calendar', 'full_resolution_calendar'],
  ...['full_resolution_business', 'requester_wait_business', 'reopens', 'replies', 'one_touch', 'csat_score'],
  ...['csat_comment', 'tags', 'merged'],
];
