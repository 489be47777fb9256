import { expectZendesk } from '../../local/expected/zendesk';
import { startVendor, type StartedVendor } from '../../local/vendors/start-vendor';
import { createDesk, later, MONDAY, only, runOf } from './desk';

const ACCOUNT = { tickets: 120, users: 40, organizations: 10, now: MONDAY } as const;

let zendesk: StartedVendor;

beforeAll(async () => {
  zendesk = await startVendor('zendesk', ACCOUNT);
});
afterEach(() => zendesk.control({ op: 'reset' }));
afterAll(() => zendesk.stop());

describe('the sign-in', () => {
  const TOKEN = { signIn: 'token', email: 'admin@exemple.fr', apiToken: 'local-zendesk-token' };

  test('takes an API token still, and says until when', () => {
    const desk = createDesk('zendesk', zendesk);
    const report = desk.syncWith(TOKEN, 'groups');
    expect(runOf(report, 'groups').status).toBe('finished');
    expect(desk.check()).toMatch(/30 avril 2027/);
  });

  test('takes an access token', () => {
    const desk = createDesk('zendesk', zendesk);
    const report = desk.syncWith({ signIn: 'bearer', accessToken: 'local-zendesk-bearer' }, 'groups');
    expect(runOf(report, 'groups').status).toBe('finished');
    expect(desk.check()).toMatch(/Connecté à acme\.zendesk\.com/);
    expect(desk.check()).not.toMatch(/2027/);
  });

  test.each([
    ['a wrong API token', { ...TOKEN, apiToken: 'faux-jeton-4242' }],
    ['a wrong access token', { signIn: 'bearer', accessToken: 'faux-jeton-4242' }],
    ['a wrong client secret', { clientSecret: 'faux-jeton-4242' }],
  ])('is not fooled by %s, which Zendesk answers politely', (_name, settings) => {
    const desk = createDesk('zendesk', zendesk);
    const report = desk.syncWith(settings, 'groups', 'tickets');

    expect(report.runs.map(({ status }) => status)).toEqual(['failed', 'failed']);
    expect(new Set(report.runs.map(({ message }) => message)).size).toBe(1);
    expect(JSON.stringify(report)).not.toContain('faux-jeton-4242');
    expect(desk.machine.state.triggers).toEqual([]);
  });

  test('says whose key it is when that is no administrator', async () => {
    const agents = await startVendor('zendesk', { ...ACCOUNT, role: 'agent' });
    const desk = createDesk('zendesk', agents);
    const report = desk.sync('tickets');
    await agents.stop();

    expect(runOf(report, 'tickets')).toMatchObject({ status: 'failed', requests: 2 });
    expect(runOf(report, 'tickets').message).toMatch(/Admin Exemple.*administrateur/);
  });

  test('gets a new token when Zendesk takes the kept one no longer', async () => {
    const desk = createDesk('zendesk', zendesk);
    desk.sync('groups');
    await zendesk.control({ op: 'act', act: 'revokeTokens' });
    expect(runOf(desk.sync('groups'), 'groups').status).toBe('finished');
  });

  test('keeps the token while it lives', async () => {
    const desk = createDesk('zendesk', zendesk);
    desk.sync('groups');
    desk.sync('groups');
    expect(await zendesk.control({ op: 'log' })).toMatchObject({ counts: { '/oauth/tokens': 1 } });
  });
});

describe('what Zendesk refuses', () => {
  test('a plan without forms leaves the tab and the names of forms out, and no page in HTML reaches the user', async () => {
    const plain = await startVendor('zendesk', { ...ACCOUNT, forms: false, htmlErrors: true });
    const desk = createDesk('zendesk', plain);
    const report = desk.sync();
    const { tickets, ...all } = await expectZendesk(plain);
    const others = only(all, 'ticket_fields', 'brands', 'groups', 'organizations', 'users');
    await plain.stop();

    expect(runOf(report, 'ticket_forms').status).toBe('unavailable');
    expect(runOf(report, 'ticket_forms').message).not.toMatch(/[<>]/);
    const nameless = (tickets?.records ?? []).map((cells) => ({ ...cells, ticket_form_name: '' }));
    expect(desk.differences({ ...others, tickets: { key: ['ticket_id'], records: nameless } })).toEqual([]);
  });

  test.each([400, 422])(
    'a cursor that it takes no longer (%i) gives way to a time before the last ticket',
    async (status) => {
      const desk = createDesk('zendesk', zendesk);
      desk.sync('tickets');
      await zendesk.control({ op: 'act', act: 'refuseCursors', value: status });
      await later(desk, zendesk, 24);
      await zendesk.control({ op: 'update', kind: 'tickets', count: 5 });
      await later(desk, zendesk, 1);
      const run = runOf(desk.sync('tickets'), 'tickets');

      expect(run).toMatchObject({ status: 'finished', inserted: 0 });
      expect(run.read).toBeLessThan(60);
      expect(desk.differences(only(await expectZendesk(zendesk), 'tickets'))).toEqual([]);
    },
  );

  test('pages that take too long are asked for smaller, until they come', async () => {
    await zendesk.control({ op: 'act', act: 'slowAbove', value: 40 });
    const desk = createDesk('zendesk', zendesk);
    const report = desk.sync('tickets');

    expect(runOf(report, 'tickets').status).toBe('finished');
    expect(desk.differences(only(await expectZendesk(zendesk), 'tickets'))).toEqual([]);
    expect(await zendesk.control({ op: 'log' })).toMatchObject({ violations: [] });
  });

  test('a cursor that leads to itself ends the reading in a sentence, and the next sync goes on', async () => {
    await zendesk.control({ op: 'act', act: 'slowAbove', value: 40 });
    await zendesk.control({ op: 'act', act: 'repeatCursors', value: 1 });
    const desk = createDesk('zendesk', zendesk);
    const stuck = runOf(desk.sync('tickets'), 'tickets');
    expect(stuck.status).toBe('failed');
    expect(stuck.message).toMatch(/Zendesk/);
    expect(stuck.requests).toBeLessThan(20);

    expect(runOf(desk.sync('tickets'), 'tickets').status).toBe('finished');
    expect(desk.differences(only(await expectZendesk(zendesk), 'tickets'))).toEqual([]);
  });

  test.each([
    ['with', { 'Retry-After': '93' }],
    ['without', {}],
  ])('a request too many is made again later, %s a word on when', async (_name, headers) => {
    const desk = createDesk('zendesk', zendesk);
    await zendesk.control({ op: 'fault', match: '/incremental/tickets/', status: 429, headers });
    const report = desk.sync('tickets');

    expect(runOf(report, 'tickets').status).toBe('finished');
    expect(report.virtualMs).toBeGreaterThan(60_000);
    expect(desk.differences(only(await expectZendesk(zendesk), 'tickets'))).toEqual([]);
  });
});

test('a search that does not answer takes away the progress alone', async () => {
  await zendesk.control({ op: 'fault', match: '/search/count', status: 422, times: 'always' });
  const desk = createDesk('zendesk', zendesk);
  expect(runOf(desk.sync('tickets'), 'tickets').status).toBe('finished');
});
