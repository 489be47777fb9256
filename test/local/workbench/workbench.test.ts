import { mkdtempSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Cells, Desk, DeskContact, DeskContacts, Ended, Order } from '../../../local/workbench/protocol';
import { startWorkbench, type StartedWorkbench } from '../../../local/workbench/start';
import { SCRIPT } from './script';

const ANNE = 'anne@example.com';
const PAUL = 'paul@example.com';

let bench: StartedWorkbench;
let pages: string;

beforeAll(async () => {
  const project = mkdtempSync(join(tmpdir(), 'sync-bench-'));
  writeFileSync(join(project, 'Code.js'), SCRIPT);
  const webapp = { access: 'ANYONE_ANONYMOUS', executeAs: 'USER_DEPLOYING' };
  writeFileSync(join(project, 'appsscript.json'), JSON.stringify({ timeZone: 'Europe/Paris', webapp }));
  bench = await startWorkbench({ project, real: true });
  pages = bench.url.replace('localhost', '127.0.0.1');
});

afterAll(() => bench.stop());

describe('the spreadsheet', () => {
  it('shows a new spreadsheet with the menu of the script', async () => {
    const desk = await look();
    expect(desk).toMatchObject({ person: ANNE, people: [ANNE, PAUL], isBusy: false, page: null });
    expect(desk.tabs).toMatchObject([{ id: 0, name: 'Feuille 1', rows: 1000, columns: 26 }]);
    expect(desk.menus).toEqual([{ caption: 'Essai', items: [{ caption: 'Ouvrir', functionName: 'openSidebar' }] }]);
    expect(desk.executions).toMatchObject([{ functionName: 'onOpen', person: ANNE, status: 'done' }]);
  });

  it('takes what is typed, tells onEdit, and shows what the cells show', async () => {
    const before = await look();
    await order({ do: 'type', tab: 0, row: 2, column: 1, text: '3,14159265358979' });
    await order({ do: 'type', tab: 0, row: 2, column: 2, text: '=A2*2' });
    await order({ do: 'note', tab: 0, row: 2, column: 1, text: 'pi' });
    expect(await order<Cells>({ do: 'cells', tab: 0, row: 2, rows: 1 })).toEqual({
      rows: [['3,141592654', '6,283185307', '', '', 'A2']],
      numbers: [[1, 2]],
      entries: [
        { row: 2, column: 1, text: '3,14159265358979' },
        { row: 2, column: 2, text: '=A2*2' },
      ],
      notes: [{ row: 2, column: 1, text: 'pi' }],
      ...{ looks: [], sparklines: [] },
    });
    expect((await look()).revision).toBeGreaterThan(before.revision);
  });

  it('shows charts, sparklines, looks and widths of the open tab', async () => {
    await click('draw');
    const desk = await look();
    const tab = desk.activeTab;
    expect(desk.tabs.find(({ id }) => id === tab)?.widths).toEqual([[3, 140]]);
    expect(desk.charts).toEqual([
      {
        ...{ row: 5, column: 2, x: 0, y: 0, width: 600, height: 371, type: 'COLUMN', title: 'Ventes', colors: [] },
        ...{ places: ['lundi', 'mardi'], series: [{ name: 'Total', values: [1.5, 2] }] },
      },
    ]);
    const { looks, sparklines, rows } = await order<Cells>({ do: 'cells', tab, row: 1, rows: 4 });
    expect(sparklines).toEqual([{ row: 1, column: 3, values: [1.5, 2] }]);
    expect(looks).toEqual([
      { row: 1, column: 1, look: { isBold: true, background: '#e8f0fe', size: 14 } },
      { row: 2, column: 1, look: { color: '#ff0000', align: 'right' } },
    ]);
    expect(rows[0]).toEqual(['Jour', 'Total']);
    await order({ do: 'deleteTab', tab });
  });

  it('tells a script what is selected', async () => {
    await order({ do: 'select', tab: 0, row: 2, column: 1, rows: 3, columns: 2 });
    expect(await valueOf(ANNE, 'selected')).toBe('A2:B4');
    const outside = { do: 'select', tab: 0, row: 2, column: 1, rows: 1000, columns: 1 } as const;
    await expect(order(outside)).rejects.toThrow('no cell in row 1001');
  });

  it('says why something cannot be done, and goes on', async () => {
    await expect(order({ do: 'type', tab: 0, row: 0, column: 1, text: '' })).rejects.toThrow('no cell in row 0');
    await expect(order({ do: 'deleteTab', tab: 0 })).rejects.toThrow("You can't remove all the sheets");
    await expect(order({ do: 'fire', trigger: 'x' })).rejects.toThrow('There is no trigger x');
    await expect(order({ do: 'advance', ms: -1 })).rejects.toThrow('only goes on');
    expect(await click('fails')).toEqual({ status: 'failed', error: { name: 'TypeError', message: 'not today' } });
    expect((await look()).executions[0]).toMatchObject({ functionName: 'fails', status: 'failed' });
  });

  it('renames, opens and deletes tabs', async () => {
    await click('addTab');
    const added = (await look()).tabs[1];
    await order({ do: 'activate', tab: added?.id ?? -1 });
    await order({ do: 'renameTab', tab: added?.id ?? -1, name: 'Deux' });
    expect(await look()).toMatchObject({ activeTab: added?.id, tabs: [{ id: 0 }, { name: 'Deux' }] });
    await order({ do: 'deleteTab', tab: added?.id ?? -1 });
    expect(await look()).toMatchObject({ activeTab: 0, tabs: [{ id: 0 }] });
  });
});

describe('two people', () => {
  it('have menus, messages and properties of their own', async () => {
    await call(ANNE, 'keep', 'of Anne');
    await click('greet');
    const told = (await look()).messages.length;
    await order({ do: 'person', email: PAUL });
    expect((await look()).menus).toMatchObject([{ caption: 'Trial' }]);
    expect(await valueOf(PAUL, 'kept')).toBeNull();
    expect(await valueOf(ANNE, 'kept')).toBe('of Anne');
    await call(ANNE, 'greet');
    await order({ do: 'person', email: ANNE });
    expect((await look()).messages).toHaveLength(told);
    await expect(order({ do: 'person', email: 'eve@example.com' })).rejects.toThrow('does not have this spreadsheet');
  });

  it('see a page each, at the same time', async () => {
    await click('openSidebar');
    expect(await look()).toMatchObject({ page: { kind: 'sidebar', title: 'Essai' } });
    expect(await (await fetch(`${pages}/page`)).text()).toContain(`<p>${ANNE}</p>`);
    expect(await (await fetch(`${pages}/page?as=${PAUL}`)).text()).toContain(`<p>${PAUL}</p>`);
    expect((await fetch(`${pages}/page?as=eve@example.com`)).status).toBe(404);
    await post(`${pages}/close`, { person: ANNE });
    expect((await look()).page).toBeNull();
  });
});

describe('Google Contacts', () => {
  const contacts = (): Promise<DeskContacts> => order<DeskContacts>({ do: 'contacts' });
  const find = async (name: string): Promise<DeskContact | undefined> =>
    (await contacts()).contacts.find((contact) => contact.name === name);

  it('hold a few contacts, most of them clients', async () => {
    expect(await contacts()).toMatchObject({ trash: [], labels: ['Clients', 'Famille'] });
    expect(await find('Hélène Martin')).toMatchObject({ phone: '06 12 34 56 78', labels: ['Clients'] });
  });

  it('are changed by hand, each person their own', async () => {
    const typed = { givenName: 'Zoé', familyName: 'Le Bras', email: 'zoe@example.com', phone: '', label: 'Voisins' };
    await order({ do: 'addContact', ...typed });
    const { contact = '' } = (await find('Zoé Le Bras')) ?? {};
    await order({ do: 'editContact', contact, phone: '06 00 00 00 00' });
    await order({ do: 'labelContact', contact, label: 'Clients', isMember: true });
    await order({ do: 'labelContact', contact, label: 'Voisins', isMember: false });
    expect(await find('Zoé Le Bras')).toMatchObject({ phone: '06 00 00 00 00', labels: ['Clients'] });
    await order({ do: 'person', email: PAUL });
    expect(await find('Zoé Le Bras')).toBeUndefined();
    await order({ do: 'person', email: ANNE });
  });

  it('come back from the bin', async () => {
    const { contact = '' } = (await find('Jean Dupont')) ?? {};
    await order({ do: 'removeContact', contact });
    expect(await find('Jean Dupont')).toBeUndefined();
    expect((await contacts()).trash).toMatchObject([{ contact, name: 'Jean Dupont' }]);
    await order({ do: 'restoreContact', contact });
    expect(await find('Jean Dupont')).toMatchObject({ contact });
    await expect(order({ do: 'removeContact', contact: 'people/none' })).rejects.toThrow('no contact people/none');
  });
});

describe('an execution that runs', () => {
  beforeAll(() => order({ do: 'speed', factor: 100 }));
  afterAll(() => order({ do: 'speed', factor: 0 }));

  it('lets the calls of others in: one of them ends it', async () => {
    const waiting = call(ANNE, 'waitFor', 'stop');
    await until(async () => (await look()).isBusy);
    await call(PAUL, 'put', 'stop');
    expect(await waiting).toMatchObject({ status: 'done', value: true });
  });

  it('is not interrupted while it holds the lock of the script for a moment', async () => {
    const holding = call(ANNE, 'holdLock', 400);
    const [taken] = await Promise.all([valueOf(PAUL, 'takeLock'), holding]);
    expect(taken).toBe(true);
  });

  it('is one of ten at most', async () => {
    const ended = await Promise.all(Array.from({ length: 13 }, () => call(ANNE, 'takePart')));
    expect(ended.every(({ status }) => status === 'done')).toBe(true);
    const most = await valueOf(ANNE, 'mostParts');
    expect(most).toBeGreaterThan(1);
    expect(most).toBeLessThanOrEqual(10);
  });
});

describe('faults', () => {
  it('kill an execution that makes many calls, and spare the others', async () => {
    await order({ do: 'fault', fault: 'kill' });
    expect(await valueOf(PAUL, 'kept')).toBeNull();
    expect((await look()).faults).toEqual(['kill']);
    expect(await call(ANNE, 'holdLock', 30)).toEqual({
      status: 'failed',
      error: { name: 'ScriptError', message: 'Exceeded maximum execution time' },
    });
    expect((await look()).faults).toEqual([]);
  });

  it('strike requests from now on, until they are taken back', async () => {
    await order({ do: 'fault', fault: 'busy' });
    expect(await valueOf(ANNE, 'ask')).toEqual([429, '20', '']);
    await order({ do: 'fault', fault: 'garbage' });
    expect(await valueOf(ANNE, 'ask')).toEqual([200, null, expect.stringContaining('<html>')]);
    await order({ do: 'fault', fault: 'refused' });
    expect((await look()).faults).toEqual(['refused']);
    await order({ do: 'noFaults' });
    expect(await look()).toMatchObject({ faults: [] });
    await order({ do: 'fault', fault: 'down' });
    expect(await call(ANNE, 'ask')).toMatchObject({
      error: { message: 'Address unavailable: https://nobody.invalid/' },
    });
    await order({ do: 'noFaults' });
  });
});

test('leave that one person takes away is theirs alone, and comes back with the fault', async () => {
  await order({ do: 'fault', fault: 'noLeave' });
  expect((await look()).faults).toEqual(['noLeave']);
  expect(await call(ANNE, 'kept')).toMatchObject({
    error: { message: expect.stringContaining('Authorization') as string },
  });
  expect(await call(PAUL, 'kept')).toMatchObject({ status: 'done' });
  await order({ do: 'noFaults' });
  expect(await call(ANNE, 'kept')).toMatchObject({ status: 'done' });
});

describe('faults of Google Contacts', () => {
  it('last until they are taken back', async () => {
    await order({ do: 'fault', fault: 'contactsBusy' });
    await order({ do: 'fault', fault: 'contactsDenied' });
    await order({ do: 'fault', fault: 'contactsOff' });
    expect((await look()).faults).toEqual(['contactsBusy', 'contactsDenied', 'contactsOff']);
    await order({ do: 'noFaults' });
    expect((await look()).faults).toEqual([]);
  });
});

describe('triggers', () => {
  it('fire by hand, with the clock, and by themselves', async () => {
    const { now } = await look();
    await call(PAUL, 'plan', 3_600_000);
    const [trigger] = (await look()).triggers;
    expect(trigger).toMatchObject({ functionName: 'keepTime', event: 'CLOCK', owner: PAUL });
    expect(await order({ do: 'fire', trigger: trigger?.id ?? '' })).toEqual({ status: 'done', value: null });
    expect(await valueOf(PAUL, 'kept')).toBe('fired 1');
    await call(PAUL, 'plan', 3_600_000);
    await order({ do: 'advance', ms: 3_600_000 });
    expect(await valueOf(PAUL, 'kept')).toBe('fired 2');
    expect((await look()).now - now).toBeGreaterThanOrEqual(3_600_000);
    await call(PAUL, 'plan', 1);
    await until(async () => (await valueOf(PAUL, 'kept')) === 'fired 3');
  });
});

test('mails are there to read, latest first', async () => {
  await click('mail');
  const mail = { from: ANNE, to: PAUL, cc: 'eve@example.com', subject: 'Bonjour', body: 'Un texte' };
  expect((await look()).mails).toMatchObject([mail]);
});

describe('the web app', () => {
  const exec = (path = '', init: RequestInit = {}): Promise<Response> => fetch(`${bench.url}/exec${path}`, init);

  it('runs the script as the person who deployed it, whoever asks', async () => {
    const answer = await exec('/a/b?x=1', { headers: { origin: 'https://elsewhere.example' } });
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(await answer.json()).toMatchObject({ email: ANNE, e: { pathInfo: 'a/b', parameter: { x: '1' } } });
    expect((await look()).executions[0]).toMatchObject({ functionName: 'doGet', person: ANNE, status: 'done' });
  });

  it('sends the caller on to an answer that is read once, by GET', async () => {
    const posted = await exec('', { method: 'POST', body: 'a=1', redirect: 'manual' });
    expect(posted.status).toBe(302);
    const echo = posted.headers.get('location') ?? '';
    expect(echo).toMatch(/^http:\/\/localhost:\d+\/macros\/echo\?user_content_key=./);
    expect((await fetch(echo, { method: 'POST', body: 'a=1' })).status).toBe(405);
    expect(await (await fetch(echo)).text()).toBe('a=1text/plain');
    expect((await fetch(echo)).status).toBe(404);
  });

  it('takes a body of any type, and none', async () => {
    const types = ['application/json', 'application/x-www-form-urlencoded', 'image/png'];
    for (const type of types) {
      const answer = await exec('', { method: 'POST', body: '', headers: { 'content-type': type } });
      expect(await answer.text()).toBe(type);
    }
  });

  it('shows a page at its own address, cut off from the spreadsheet beside it', async () => {
    const page = await exec('/page', { redirect: 'error' });
    expect(await page.text()).toBe('<p>A page</p>');
    expect(page.headers.get('content-security-policy')).toMatch(/^sandbox (?!.*allow-same-origin)/);
  });

  it('is where the script says it is', async () => {
    expect(await (await exec('/address')).text()).toBe(`${bench.url}/exec`);
  });

  it('knows GET and POST only, and no other name of this server', async () => {
    for (const method of ['HEAD', 'PUT', 'DELETE', 'OPTIONS']) expect((await exec('', { method })).status).toBe(405);
    expect((await fetch(`${pages}/exec`)).status).toBe(404);
    expect(await statusOf({ host: 'evil.example' }, '/exec')).toBe(403);
  });

  it('waits for an execution that has just begun, and is answered beside one that goes on', async () => {
    await order({ do: 'speed', factor: 100 });
    const waiting = call(ANNE, 'waitFor', 'asked');
    await until(async () => (await look()).isBusy);
    expect((await exec('/page')).status).toBe(200);
    await call(PAUL, 'put', 'asked');
    expect(await waiting).toMatchObject({ status: 'done' });
    await order({ do: 'speed', factor: 0 });
  });
});

describe('the server', () => {
  it('serves the page as modules, and nothing outside of its folder', async () => {
    expect(await (await fetch(bench.url)).text()).toContain('<script type="module" src="/page-files/main.js">');
    const module = await fetch(`${bench.url}/page-files/send.js`);
    expect(module.headers.get('content-type')).toContain('text/javascript');
    expect(await module.text()).not.toContain('import type');
    expect((await fetch(`${bench.url}/ag-grid/ag-grid-community.min.js`)).status).toBe(200);
    for (const path of [
      '/page-files/../serve.js',
      '/page-files/%2e%2e/serve.js',
      '/page-files/none.js',
      '/protocol.ts',
    ]) {
      expect((await fetch(bench.url + path)).status).toBe(404);
    }
  });

  it('lets a page reach its script alone', async () => {
    await click('openSidebar');
    const { headers } = await fetch(`${pages}/page`);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'self'");
    expect(policy).toContain(`frame-ancestors ${bench.url}`);
    expect(headers.get('cache-control')).toBe('no-store');
    expect((await fetch(`${pages}/desk`, { method: 'POST', headers: JSON_TYPE, body: '{"do":"look"}' })).status).toBe(
      404,
    );
    expect((await fetch(`${bench.url}/page`)).status).toBe(404);
  });

  it('refuses other names, other origins and other types', async () => {
    expect(await statusOf({ host: 'evil.example' })).toBe(403);
    expect(await statusOf({ host: new URL(bench.url).host, origin: 'https://evil.example' })).toBe(403);
    expect(await statusOf({ host: new URL(bench.url).host, origin: pages })).toBe(403);
    expect(await statusOf({ host: new URL(bench.url).host, 'content-type': 'text/plain' })).toBe(415);
    expect(await statusOf({ host: new URL(bench.url).host, origin: bench.url })).toBe(200);
  });

  it('refuses what is not an order, and goes on', async () => {
    for (const body of ['null', '{}', '{"do":1}', 'look']) {
      expect((await fetch(`${bench.url}/desk`, { method: 'POST', headers: JSON_TYPE, body })).status).toBe(400);
    }
    expect((await fetch(`${pages}/run`, { method: 'POST', headers: JSON_TYPE, body: '{"name":"kept"}' })).status).toBe(
      400,
    );
    await expect(call('eve@example.com', 'kept')).rejects.toThrow('does not have this spreadsheet');
    expect(await call(ANNE, 'secret_')).toMatchObject({ error: { message: 'Script function not found: secret_' } });
  });

  it('says in a sentence that its port is taken', async () => {
    const port = Number(new URL(bench.url).port);
    await expect(startWorkbench({ port, real: true })).rejects.toThrow(
      `Another program uses port ${String(port)}: stop it, or choose another port`,
    );
  });
});

const JSON_TYPE = { 'content-type': 'application/json' };

async function post(url: string, body: object): Promise<unknown> {
  const response = await fetch(url, { method: 'POST', headers: JSON_TYPE, body: JSON.stringify(body) });
  const answer = (await response.json()) as { ok: true; value: unknown } | { ok: false; error: string };
  if (!answer.ok) throw new Error(answer.error);
  return answer.value;
}

async function order<T = unknown>(what: Order): Promise<T> {
  return (await post(`${bench.url}/desk`, what)) as T;
}

function look(): Promise<Desk> {
  return order<Desk>({ do: 'look' });
}

function click(functionName: string): Promise<Ended> {
  return order<Ended>({ do: 'click', functionName });
}

async function call(person: string, name: string, ...args: readonly unknown[]): Promise<Ended> {
  return (await post(`${pages}/run`, { person, name, args })) as Ended;
}

async function valueOf(person: string, name: string, ...args: readonly unknown[]): Promise<unknown> {
  const ended = await call(person, name, ...args);
  if (ended.status === 'done') return ended.value;
  throw new Error(ended.error.message);
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 10_000; tries++) if (await isSo()) return;
  throw new Error('It has not become so.');
}

/** Of a look asked with these headers: fetch does not let them be set. */
function statusOf(headers: Record<string, string>, path = '/desk'): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const options = { method: 'POST', headers: { ...JSON_TYPE, ...headers } };
    const asked = request(pages + path, options, (response) => {
      void text(response).then(() => {
        resolve(response.statusCode);
      });
    });
    asked.on('error', reject);
    asked.end('{"do":"look"}');
  });
}
