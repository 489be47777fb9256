import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createVendorServer } from '../../../local/vendors/server';
import { createVendor, defaults } from '../../../local/vendors/vendors';

const NOW = '2026-03-02T09:00:00Z';
const LIST = '/api/registrationFolders?limit=2&sort=id&order=asc';

let server: Server;
let url: string;

beforeAll(async () => {
  const options = { ...defaults.wedof, folders: 40, longNote: false };
  server = createVendorServer((clock) => createVendor('wedof', options, clock), { apiKey: 'secret-key', now: NOW });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

beforeEach(() => control({ op: 'reset' }));

async function control(request: object): Promise<Record<string, unknown>> {
  const response = await fetch(`${url}/__control`, { method: 'POST', body: JSON.stringify(request) });
  return (await response.json()) as Record<string, unknown>;
}

function get(path: string, apiKey = 'secret-key', init: RequestInit = {}): Promise<Response> {
  return fetch(url + path, { ...init, headers: { 'X-Api-Key': apiKey } });
}

describe('sign-in', () => {
  test('a missing or wrong key answers 401 without repeating the key', async () => {
    expect((await fetch(url + LIST)).status).toBe(401);
    const wrong = await get(LIST, 'guessed-key');
    expect(wrong.status).toBe(401);
    expect(await wrong.text()).not.toContain('guessed-key');
  });

  test('after a rotation only the new key opens', async () => {
    await control({ op: 'rotateKey', apiKey: 'new-key' });
    expect((await get(LIST)).status).toBe(401);
    expect((await get(LIST, 'new-key')).status).toBe(200);
  });

  test('control needs no key', async () => {
    expect(await control({ op: 'state' })).toMatchObject({ ok: true, vendor: 'wedof' });
  });
});

describe('faults', () => {
  test('a status with a header hits as often as asked, then the API answers again', async () => {
    await control({
      op: 'fault',
      match: '/registrationFolders',
      times: 2,
      status: 429,
      headers: { 'Retry-After': '3' },
    });
    const hit = await get(LIST);
    expect([hit.status, hit.headers.get('Retry-After')]).toEqual([429, '3']);
    expect((await get(LIST)).status).toBe(429);
    expect((await get(LIST)).status).toBe(200);
  });

  test('other paths are spared, and so are the first requests when the fault comes after them', async () => {
    await control({ op: 'fault', match: '/registrationFolders', after: 1, status: 500 });
    expect((await get('/api/users/me')).status).toBe(200);
    expect((await get(LIST)).status).toBe(200);
    expect((await get(LIST)).status).toBe(500);
  });

  test('a truncated answer is a complete response with half the JSON', async () => {
    await control({ op: 'fault', match: LIST, truncate: true });
    const response = await get(LIST);
    const text = await response.text();
    expect(response.status).toBe(200);
    expect(() => JSON.parse(text) as unknown).toThrow(SyntaxError);
  });

  test('a maintenance page is HTML with status 200', async () => {
    await control({ op: 'fault', match: '', html: true, times: 'always' });
    const response = await get(LIST);
    expect([response.status, response.headers.get('Content-Type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(await response.text()).toContain('Maintenance');
    expect((await get(LIST)).headers.get('Content-Type')).toContain('text/html');
  });

  test('an empty answer has no body, and a given body is sent as it is', async () => {
    await control({ op: 'fault', match: LIST, empty: true });
    await control({ op: 'fault', match: LIST, body: '{"odd":1}' });
    expect(await (await get(LIST)).text()).toBe('');
    expect(await (await get(LIST)).json()).toEqual({ odd: 1 });
  });

  test('a compressed answer says so and holds the same records', async () => {
    const plain: unknown = await (await get(LIST)).json();
    await control({ op: 'fault', match: LIST, gzip: true });
    const response = await get(LIST);
    expect(response.headers.get('Content-Encoding')).toBe('gzip');
    expect(await response.json()).toEqual(plain);
  });

  test('a reset closes the connection, and a slow answer still comes', async () => {
    await control({ op: 'fault', match: LIST, reset: true });
    await expect(get(LIST)).rejects.toThrow('fetch failed');
    await control({ op: 'fault', match: LIST, slowMs: 5 });
    expect((await get(LIST)).status).toBe(200);
  });

  test('a hanging request stays without answer until the client gives up', async () => {
    await control({ op: 'fault', match: LIST, hang: true });
    await expect(get(LIST, 'secret-key', { signal: AbortSignal.timeout(50) })).rejects.toThrow(/timeout|aborted/);
    expect(await control({ op: 'log' })).toMatchObject({ requests: [{ status: 0 }] });
  });
});

describe('log', () => {
  test('requests are counted by route, without keys', async () => {
    await get(LIST);
    await get('/api/registrationFolders/unknown');
    const log = await control({ op: 'log' });
    expect(log.counts).toEqual({ '/registrationFolders': 1, '/registrationFolders/{externalId}': 1 });
    expect(log.requests).toEqual([
      { method: 'GET', path: '/api/registrationFolders', query: 'limit=2&sort=id&order=asc', status: 200 },
      { method: 'GET', path: '/api/registrationFolders/unknown', query: '', status: 404 },
    ]);
    expect(JSON.stringify(log)).not.toContain('secret-key');
  });

  test('a write answers 405 and is a violation; so is a key in an address', async () => {
    const written = await get('/api/registrationFolders/1/validate', 'secret-key', { method: 'POST' });
    expect([written.status, written.headers.get('Allow')]).toEqual([405, 'GET']);
    await get('/api/users/me?token=secret-key');
    expect((await control({ op: 'log' })).violations).toEqual([
      'POST /api/registrationFolders/1/validate',
      'key in the address of /api/users/me',
    ]);
  });
});

describe('control', () => {
  test('what it does not understand answers 400 and says what is there', async () => {
    const response = await fetch(`${url}/__control`, { method: 'POST', body: '{"op":"update","kind":"cats"}' });
    expect(response.status).toBe(400);
    expect(((await response.json()) as { error: string }).error).toContain('registrationFolders');
    expect(await control({ op: 'dance' })).toMatchObject({ ok: false });
    expect(await control({ op: 'refuse', kind: 'cats', status: 403 })).toMatchObject({ ok: false });
  });

  test('a refused list answers its status until it is allowed again', async () => {
    await control({ op: 'refuse', kind: 'invoices', status: 403 });
    expect((await get('/api/invoices')).status).toBe(403);
    await control({ op: 'refuse', kind: 'invoices', status: 200 });
    expect((await get('/api/invoices')).status).toBe(200);
  });

  test('the clock dates answers and changes', async () => {
    await control({ op: 'clock', advanceMs: 3_600_000 });
    const { keys } = (await control({ op: 'update', kind: 'registrationFolders' })) as { keys: string[] };
    const response = await get(`/api/registrationFolders/${String(keys[0])}`);
    expect(response.headers.get('Date')).toBe('Mon, 02 Mar 2026 10:00:00 GMT');
    expect(await response.json()).toMatchObject({ updatedOn: '2026-03-02T10:00:00.000Z' });
  });

  test('state holds every record as the API serves it', async () => {
    const state = await control({ op: 'state', kind: 'registrationFolders' });
    const listed: unknown = await (await get('/api/registrationFolders?limit=100&sort=id&order=asc')).json();
    expect(state.records).toEqual(listed);
    expect(await control({ op: 'state', kind: 'registrationFolders', from: 3, to: 5 })).toMatchObject({
      total: 40,
      records: (listed as unknown[]).slice(3, 5),
    });
  });

  test('a reset undoes every change', async () => {
    const before = await control({ op: 'state', kind: 'registrationFolders' });
    await control({ op: 'update', kind: 'registrationFolders', count: 5 });
    await control({ op: 'remove', kind: 'registrationFolders', count: 5 });
    await control({ op: 'clock', now: '2030-01-01T00:00:00Z' });
    expect(await control({ op: 'state', kind: 'registrationFolders' })).not.toEqual(before);
    await control({ op: 'reset' });
    expect(await control({ op: 'state', kind: 'registrationFolders' })).toEqual(before);
    expect(await control({ op: 'clock' })).toMatchObject({ now: '2026-03-02T09:00:00.000Z' });
  });
});

describe('records that move while being paged', () => {
  const walk = async (query: string): Promise<string[]> => {
    const keys: string[] = [];
    for (let page = 1; ; page++) {
      const rows = (await (await get(`/api/registrationFolders?limit=5&page=${String(page)}&${query}`)).json()) as {
        externalId: string;
      }[];
      if (rows.length === 0) return keys;
      keys.push(...rows.map((row) => row.externalId));
    }
  };

  test('a removal shifts the rest to the left, so that records are skipped', async () => {
    await control({ op: 'moveWhilePaging', kind: 'registrationFolders', everyPages: 1, what: 'remove' });
    const seen = await walk('sort=id&order=asc');
    const left = (await control({ op: 'state', kind: 'registrationFolders' })).records as { externalId: string }[];
    expect(left.some(({ externalId }) => !seen.includes(externalId))).toBe(true);
  });

  test('an insertion shifts newest-first lists to the right, so that records come twice', async () => {
    await control({ op: 'moveWhilePaging', kind: 'registrationFolders', everyPages: 2, what: 'insert' });
    const seen = await walk('sort=id&order=desc');
    expect(new Set(seen).size).toBeLessThan(seen.length);
  });

  test('updates skip records when sorted by change, and none when sorted by id', async () => {
    await control({ op: 'moveWhilePaging', kind: 'registrationFolders', everyPages: 1, what: 'update' });
    expect(new Set(await walk('sort=id&order=asc')).size).toBe(40);
    const seen = new Set(await walk('sort=lastUpdate&order=asc'));
    await control({ op: 'moveWhilePaging', kind: 'registrationFolders', everyPages: 0, what: 'update' });
    const all = (await control({ op: 'state', kind: 'registrationFolders' })).records as { externalId: string }[];
    expect(all.some(({ externalId }) => !seen.has(externalId))).toBe(true);
  });
});
