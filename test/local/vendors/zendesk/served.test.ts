import { startVendor, type StartedVendor } from '../../../../local/vendors/start-vendor';
import { createVendorInMemory } from '../../../fixtures/vendor-in-memory';
import { NOW, toObject } from './open-account';

const CLIENT = {
  grant_type: 'client_credentials',
  client_id: 'sync',
  client_secret: 'local-zendesk-secret',
  scope: 'read',
};
const EXPORT = '/api/v2/incremental/tickets/cursor.json?start_time=0';

describe('in a process of its own', () => {
  let zendesk: StartedVendor;

  beforeAll(async () => {
    zendesk = await startVendor('zendesk', { tickets: 30, now: '2026-03-02T09:00:00Z' });
  });

  afterAll(() => zendesk.stop());

  test('a token is minted by POST and opens the export', async () => {
    const minted = await fetch(`${zendesk.url}/oauth/tokens`, { method: 'POST', body: JSON.stringify(CLIENT) });
    const { access_token } = (await minted.json()) as { access_token: string };
    const response = await fetch(zendesk.url + EXPORT, { headers: { Authorization: `Bearer ${access_token}` } });
    expect([minted.status, response.status]).toEqual([201, 200]);
    expect(await zendesk.control({ op: 'log' })).toMatchObject({
      counts: { '/oauth/tokens': 1, '/incremental/tickets/cursor': 1 },
      violations: [],
    });
  });

  test('control acts on it, and says what it can do when asked for something else', async () => {
    expect(await zendesk.control({ op: 'act', act: 'updateBySystem', value: { count: 2 } })).toMatchObject({
      keys: [expect.any(String), expect.any(String)],
    });
    await expect(zendesk.control({ op: 'act', act: 'dance' })).rejects.toThrow('revokeTokens');
    await expect(zendesk.control({ op: 'act', act: 'slowAbove', value: 'x' })).rejects.toThrow('Expected a number');
  });

  test('tickets move while they are paged', async () => {
    await zendesk.control({ op: 'moveWhilePaging', kind: 'tickets', everyPages: 1, what: 'update' });
    const headers = { Authorization: 'Bearer local-zendesk-bearer' };
    const { tickets } = (await (await fetch(`${zendesk.url}${EXPORT}&per_page=5`, { headers })).json()) as {
      tickets: { id: number }[];
    };
    await zendesk.control({ op: 'clock', advanceMs: 120_000 });
    const rest = await fetch(`${zendesk.url}/api/v2/incremental/tickets.json?start_time=${String(NOW / 1000)}`, {
      headers,
    });
    const again = ((await rest.json()) as { tickets: { id: number }[] }).tickets.map(({ id }) => id);
    expect(again.filter((id) => tickets.some((ticket) => ticket.id === id))).toHaveLength(1);
  });
});

describe('in memory', () => {
  const open = (): ReturnType<typeof createVendorInMemory> =>
    createVendorInMemory('zendesk', { tickets: 5 }, () => NOW);
  const get = (vendor: ReturnType<typeof open>, path: string): number =>
    vendor.send({
      method: 'get',
      url: `https://acme.zendesk.com${path}`,
      headers: { Authorization: 'Bearer local-zendesk-bearer' },
    }).status;

  test('a token is minted by POST', () => {
    const url = 'https://acme.zendesk.com/oauth/tokens';
    const { status, text } = open().send({ method: 'post', url, headers: {}, body: JSON.stringify(CLIENT) });
    expect([status, toObject(text).token_type]).toEqual([201, 'bearer']);
  });

  test("the limits follow the client's own time", () => {
    const vendor = open();
    const statuses = Array.from({ length: 11 }, () => get(vendor, EXPORT));
    expect(statuses.indexOf(429)).toBe(10);
  });

  test('faults hit, and requests are logged with what they must not do', () => {
    const vendor = open();
    vendor.control({ op: 'fault', match: 'groups', status: 503 });
    expect([get(vendor, '/api/v2/groups'), get(vendor, '/api/v2/groups?x=local-zendesk-token')]).toEqual([503, 200]);
    expect(vendor.control({ op: 'log' })).toMatchObject({
      requests: [{ status: 503 }, { status: 200 }],
      violations: ['a secret in an address'],
    });
  });

  test('a connection that is closed, and one that hangs, throw', () => {
    const vendor = open();
    vendor.control({ op: 'fault', match: 'groups', reset: true });
    vendor.control({ op: 'fault', match: 'groups', hang: true });
    expect(() => get(vendor, '/api/v2/groups')).toThrow(expect.objectContaining({ kind: 'unreachable' }) as Error);
    expect(() => get(vendor, '/api/v2/groups')).toThrow(expect.objectContaining({ kind: 'timeout' }) as Error);
  });
});
