import { join } from 'node:path';
import { createMachine, type Machine } from '../../local/apps-script/machine';
import type { Page } from '../../local/apps-script/page';
import { openProject } from '../../local/apps-script/project';
import { askPage } from '../../local/demo/ask-page';
import { readCells } from '../../local/expected/compare-tab';
import { startVendor, type StartedVendor } from '../../local/vendors/start-vendor';
import type { Calls, Draft, Result } from '../../src/app/rpc';
import { secretForms } from '../fixtures/secret-forms';

const MONDAY = '2026-03-02T08:00:00Z';
const DAY = 24 * 3_600_000;
const SECRET = 'local+zendesk/secret=4711&more';
const WRONG = 'another+wrong/secret=0815&more';
/** How the vendor's tokens begin. */
const TOKEN = 'minted-';

const settings = { subdomain: 'acme', clientId: 'sync', clientSecret: SECRET };
const draft: Draft = { connector: 'zendesk', settings, streams: ['brands', 'groups'] };

/** Each call there is. */
const CALLS: Readonly<Record<keyof Calls, true>> = {
  openHome: true,
  chooseLanguage: true,
  listConnections: true,
  testConnection: true,
  saveConnection: true,
  readEndings: true,
  pauseConnection: true,
  reviveSyncs: true,
  removeConnection: true,
  runNow: true,
  continueNow: true,
  stopRun: true,
  readProgress: true,
  readHistory: true,
  showHistoryTab: true,
  exportHistory: true,
  showDashboard: true,
  exportConnections: true,
  importConnections: true,
  rotateKey: true,
  openContacts: true,
  listLabels: true,
  saveContacts: true,
  previewContacts: true,
  syncContacts: true,
  pushSelection: true,
  listContacts: true,
  pullContacts: true,
  readChoices: true,
  decideChoices: true,
  readJournal: true,
  restoreValue: true,
  resetContacts: true,
  leaveContacts: true,
  openRemote: true,
  switchRemote: true,
  rotateRemote: true,
  openAlerts: true,
  saveAlerts: true,
  addWebhook: true,
  switchWebhook: true,
  rotateWebhook: true,
  testWebhook: true,
  removeWebhook: true,
};

let vendor: StartedVendor;
let machine: Machine;
let page: Page;
/** What was answered, and what lay in the stores after each call. */
let traces: unknown[];
let asked: Set<string>;

beforeAll(async () => {
  vendor = await startVendor('zendesk', { tickets: 5, users: 5, clientSecret: SECRET, now: MONDAY });
});
afterAll(() => vendor.stop());

beforeEach(() => {
  machine = createMachine({ startAt: Date.parse(MONDAY), routes: { 'https://acme.zendesk.com': vendor.url } });
  page = machine.page(openProject(join(__dirname, '../../dist')));
  traces = [];
  asked = new Set();
});

describe('a session of all that a page can ask', () => {
  it('leaves no secret in clear in any answer, store, cell, message or log', () => {
    const id = setUp();
    const webhook = watch();
    work(id);
    endWatch(webhook);
    const text = exportAndImport();
    workContacts();
    workRemote();
    finish(id);
    expect([...asked].sort()).toEqual(Object.keys(CALLS).sort());
    expect(text).toContain('acme');
    expect(JSON.stringify(traces)).toContain(`secret.${id}`);
    expect(JSON.stringify(traces)).toContain(`token.${id}`);
    const left = JSON.stringify([traces, machine.executions, machine.state, cells(), shown()]);
    expect([SECRET, WRONG, TOKEN].flatMap(secretForms).filter((form) => left.includes(form))).toEqual([]);
    expect(left).toContain('***');
  });
});

/** Tried with a wrong secret and the right one, and in wrong fields; then saved. */
function setUp(): string {
  valueOf(ask('openHome'));
  valueOf(ask('chooseLanguage', 'en'));
  fails(ask('testConnection', { ...draft, settings: { ...settings, clientSecret: WRONG } }));
  fails(ask('testConnection', { ...draft, settings: { ...settings, subdomain: SECRET } }));
  fails(ask('saveConnection', { ...draft, connector: SECRET }));
  fails(ask('saveConnection', { ...draft, settings: { ...settings, secret: WRONG } }));
  echo(1);
  fails(ask('testConnection', draft));
  valueOf(ask('testConnection', draft));
  const { id } = valueOf(ask('saveConnection', { ...draft, schedule: { every: 'day', hour: 6 } }));
  valueOf(ask('readEndings', id));
  return id;
}

/** Has all that happens from now on told by mail and to a webhook that nothing answers at; returns its id. */
function watch(): string {
  const mails = { onFailure: true, weekly: true, extra: ['marie@example.org'] };
  fails(ask('saveAlerts', { ...mails, extra: [SECRET] }));
  valueOf(ask('saveAlerts', mails));
  fails(ask('addWebhook', { url: `http://example.org/${WRONG}`, events: ['sync.failed'] }));
  const { id } = valueOf(
    ask('addWebhook', { url: 'https://hooks.example.org/', events: ['sync.completed', 'sync.failed'] }),
  );
  valueOf(ask('testWebhook', id));
  valueOf(ask('rotateWebhook', id));
  return id;
}

function endWatch(webhook: string): void {
  expect(valueOf(ask('openAlerts')).webhooks[0]?.waiting).toBeGreaterThan(0);
  expect(machine.state.mails).not.toEqual([]);
  valueOf(ask('switchWebhook', webhook, false));
  valueOf(ask('removeWebhook', webhook));
}

/** Runs that go well and that fail in every way, changes in between. */
function work(id: string): void {
  valueOf(ask('runNow', [id]));
  for (const status of [400, 401, 422]) {
    echo(3, status);
    valueOf(ask('runNow', [id]));
    machine.faults.clear();
  }
  valueOf(ask('saveConnection', { ...draft, id, settings: { ...settings, clientSecret: WRONG } }));
  valueOf(ask('runNow', [id]));
  valueOf(ask('saveConnection', { ...draft, id, title: 'Acme' }));
  machine.resetCalls();
  machine.faults.kill('before', 20);
  expect(page.call('runNow', [[id]]).status).toBe('killed');
  valueOf(ask('readProgress'));
  valueOf(ask('continueNow'));
  valueOf(ask('stopRun'));
  valueOf(ask('pauseConnection', id, true));
  valueOf(ask('pauseConnection', id, false));
  valueOf(ask('reviveSyncs'));
  echo(500, 401);
  machine.advance(DAY);
  machine.faults.clear();
  valueOf(ask('readHistory', id));
  valueOf(ask('showHistoryTab'));
  valueOf(ask('exportHistory'));
  valueOf(ask('showDashboard'));
}

function exportAndImport(): string {
  const text = valueOf(ask('exportConnections'));
  fails(ask('importConnections', text.replace('"clientId"', `"clientSecret":"${SECRET}","clientId"`)));
  valueOf(ask('importConnections', text.replace('Acme', 'Other')));
  return text;
}

/** What a page can ask of the contacts; no secret of a connection has any business there. */
function workContacts(): void {
  valueOf(ask('openContacts'));
  const scope = { kind: 'label', name: 'Clients' } as const;
  valueOf(ask('saveContacts', { scope, direction: 'both', tie: 'sheet', hourly: true, atOnce: true }));
  valueOf(ask('listLabels'));
  const ref = machine.people.add({ emailAddresses: [{ value: 'jean@example.fr' }] });
  valueOf(ask('previewContacts'));
  valueOf(ask('syncContacts'));
  valueOf(ask('listContacts', ''));
  valueOf(ask('pullContacts', [ref]));
  fails(ask('pushSelection'));
  machine.people.remove(ref);
  valueOf(ask('syncContacts'));
  const choices = valueOf(ask('readChoices'));
  valueOf(ask('decideChoices', [{ id: choices[0]?.id ?? '', value: 'recreate' }]));
  valueOf(ask('readJournal'));
  fails(ask('restoreValue', SECRET));
  valueOf(ask('resetContacts'));
  valueOf(ask('leaveContacts'));
}

/** The secret of remote calls is shown when it is made; those of connections never are. */
function workRemote(): void {
  valueOf(ask('openRemote'));
  valueOf(ask('switchRemote', true));
  valueOf(ask('rotateRemote'));
  valueOf(ask('switchRemote', false));
}

function finish(id: string): void {
  valueOf(ask('rotateKey'));
  valueOf(ask('testConnection', { id, connector: 'zendesk', settings: { subdomain: 'acme', clientId: 'sync' } }));
  valueOf(ask('listConnections'));
  valueOf(ask('removeConnection', id, 'delete'));
}

function ask<N extends keyof Calls>(name: N, ...given: Parameters<Calls[N]>): ReturnType<Calls[N]> {
  asked.add(name);
  const answer = askPage(page, name, ...given);
  const { properties, cache } = machine.state;
  traces.push(structuredClone([answer, properties, cache]));
  return answer;
}

/** The next answers hold what was sent, as careless systems do. */
function echo(count: number, status = 422): void {
  const body = JSON.stringify({ error: 'invalid', sent: secretForms(SECRET) });
  for (let n = 1; n <= count; n++) machine.faults.http(machine.requests() + n, { status, body });
}

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.details);
  return result.value;
}

function fails(result: Result<unknown>): void {
  expect(result.ok).toBe(false);
}

function cells(): unknown {
  return workbooks().map((workbook) => workbook.tabs.map((tab) => readCells(workbook, tab)));
}

function shown(): unknown {
  return workbooks().map((workbook) => workbook.shown);
}

function workbooks() {
  return [...machine.documents.workbooks.values()];
}
