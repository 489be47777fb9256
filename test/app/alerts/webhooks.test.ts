import { Webhook } from 'standardwebhooks';
import type { Project } from '../../../local/apps-script/project';
import type { Calls, NewSecret, WebhookDraft, WebhookView } from '../../../src/app/rpc';
import { type AddOn, bakery, buildAddOn, openAddOn, SECRET } from '../add-on';
import { type HookServer, type Received, startHookServer } from './hook-server';
import { later } from './later';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const ORIGIN = 'https://hooks.example.org';
const URL_ = `${ORIGIN}/sync/T0/secret-path?key=1`;

let project: Project;
let addOn: AddOn;
let server: HookServer;

beforeAll(async () => {
  project = await buildAddOn();
  server = await startHookServer();
});

afterAll(async () => {
  await server.stop();
});

beforeEach(() => {
  server.answer(200);
  server.received();
  addOn = openAddOn(project, { startAt: Date.UTC(2026, 10, 20, 9), routes: { [ORIGIN]: server.url } });
});

function add(more: Partial<WebhookDraft> = {}): NewSecret {
  return value('addWebhook', { url: URL_, events: ['sync.completed', 'sync.failed', 'connection.unhealthy'], ...more });
}

/** What a call answers; throws the advice of a refusal. */
function value<N extends keyof Calls>(
  name: N,
  ...args: Parameters<Calls[N]>
): Extract<ReturnType<Calls[N]>, { readonly ok: true }>['value'] {
  const result = addOn.call(name, ...args) as ReturnType<Calls[N]>;
  if (!result.ok) throw new Error(result.advice);
  return (result as Extract<ReturnType<Calls[N]>, { readonly ok: true }>).value;
}

function view(): WebhookView | undefined {
  return value('openAlerts').webhooks[0];
}

function sync(more: object = {}): string {
  const { id } = addOn.save(bakery(more));
  addOn.call('runNow', [id]);
  return id;
}

/** What a message says, when its signature is right, and fresh `at` that time: now on the machine's clock. */
function verify(secret: string, { body, headers }: Received, at = addOn.machine.state.now): unknown {
  const clock = jest.spyOn(Date, 'now').mockReturnValue(at);
  try {
    return new Webhook(secret).verify(body, headers);
  } finally {
    clock.mockRestore();
  }
}

function documentProperties(): Record<string, string> {
  return addOn.machine.state.properties.document;
}

describe('a webhook', () => {
  it('is told of a run at once, signed by Standard Webhooks', () => {
    const { secret } = add();
    const id = sync();
    const [message, ...others] = server.received();
    if (!message) throw new Error('Nothing arrived');
    expect(others).toEqual([]);
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(message).toMatchObject({ method: 'POST', path: '/sync/T0/secret-path?key=1' });
    expect(message.headers['content-type']).toBe('application/json');
    expect(verify(secret, message)).toEqual({
      type: 'sync.completed',
      timestamp: expect.stringMatching(/^2026-11-20T09:\d\d:\d\d\.\d{3}Z$/) as string,
      data: {
        connection: { id, title: 'Bakery', connector: 'bakery' },
        run: {
          id: expect.stringMatching(new RegExp(`^${id}-[0-9a-z]+$`)) as string,
          status: 'finished',
          started_at: expect.stringMatching(/^2026-11-20T09:/) as string,
          duration_ms: expect.any(Number) as number,
          rows: { read: 2, inserted: 2, updated: 0, removed: 0 },
          cause: 'manual',
        },
        message: '',
        spreadsheet_url: expect.stringMatching(/^https:\/\/docs\.google\.com\/spreadsheets\/d\//) as string,
      },
    });
    expect(() => verify(add({ url: `${ORIGIN}/other` }).secret, message)).toThrow('No matching signature');
  });

  it('is told why a run failed and what started it', () => {
    const { secret } = add({ events: ['sync.failed'] });
    addOn.save({ ...bakery({ mood: 'fail' }), schedule: { every: 'day', hour: 6 } });
    later(addOn.machine, DAY);
    const messages = server.received();
    expect(messages).toHaveLength(1);
    expect(messages.map((message) => verify(secret, message))).toMatchObject([
      {
        type: 'sync.failed',
        data: {
          run: { status: 'failed', cause: 'schedule', due: expect.any(String) as string },
          message: expect.stringMatching(/^Bakery : .*Clé refusée\.$/) as string,
        },
      },
    ]);
  });

  it('is told once that a system does not answer', () => {
    const { secret } = add({ events: ['connection.unhealthy'] });
    const { id } = addOn.save({ ...bakery({ mood: 'online' }), schedule: { every: 'day', hour: 6 } });
    for (let hour = 0; hour < 4; hour++) later(addOn.machine, HOUR);
    expect(
      server.received().map((message) => verify(secret, message, Number(message.headers['webhook-timestamp']) * 1000)),
    ).toMatchObject([
      {
        type: 'connection.unhealthy',
        data: { connection: { id, title: 'Bakery' }, message: expect.stringContaining('Bakery') as string },
      },
    ]);
  });

  it('is told of what it wants only', () => {
    add({ events: ['sync.failed'] });
    sync();
    expect(server.received()).toEqual([]);
    expect(Object.keys(documentProperties()).filter((name) => name.startsWith('event.'))).toEqual([]);
  });

  it('gets no secret, whatever goes wrong, in less than 20 KB', () => {
    const { secret } = add();
    addOn.save({ ...bakery({ mood: 'crash' }), title: 'é'.repeat(100) });
    addOn.call('runNow');
    const [message] = server.received();
    expect(message?.body).toContain('cannot bake with ***');
    expect(message?.body.length).toBeLessThan(20_000);
    const told = JSON.stringify([message, addOn.machine.executions, addOn.call('openAlerts')]);
    expect(told).not.toContain(SECRET);
    // What made it may show it.
    const others = addOn.machine.executions.filter(({ functionName }) => functionName !== 'addWebhook');
    expect(JSON.stringify([message, others, addOn.call('openAlerts')])).not.toContain(secret);
    expect(JSON.stringify(documentProperties())).not.toMatch(/whsec_|secret-path/);
    expect(JSON.stringify(addOn.machine.state.properties.user)).not.toMatch(/whsec_|secret-path/);
  });

  it('does not follow redirects', () => {
    add();
    server.answer(307);
    sync();
    expect(server.received().map(({ path }) => path)).toEqual(['/sync/T0/secret-path?key=1']);
    expect(view()).toMatchObject({ waiting: 1, last: { status: 307, isOk: false } });
  });
});

describe('what does not arrive', () => {
  it('is sent again as the specification says, the same each time, and then given up', () => {
    const { secret } = add();
    server.answer(500);
    sync();
    const tried = server.received().map((message) => ({ ...message, at: addOn.machine.state.now }));
    for (let hour = 0; hour < 100; hour++) {
      later(addOn.machine, HOUR);
      for (const message of server.received()) tried.push({ ...message, at: addOn.machine.state.now });
    }
    for (const message of tried) verify(secret, message, message.at);
    const hours = tried.map(({ at }, n) => Math.round((at - (tried[n - 1]?.at ?? at)) / HOUR));
    // Chance takes away a tenth at most.
    const meant = [0, 1, 2, 5, 10, 14, 20, 24];
    expect(hours).toHaveLength(meant.length);
    for (const [n, most] of meant.entries()) {
      expect(hours[n]).toBeLessThanOrEqual(most);
      expect(hours[n]).toBeGreaterThanOrEqual(most * 0.9 - 0.5);
    }
    expect(new Set(tried.map(({ body }) => body)).size).toBe(1);
    expect(new Set(tried.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(new Set(tried.map(({ headers }) => headers['webhook-timestamp'])).size).toBe(8);
    expect(view()).toMatchObject({ waiting: 0, lost: 1, state: 'on' });
  });

  it('arrives at a later call of Google’s', () => {
    add();
    server.answer(503);
    sync();
    server.answer(204);
    later(addOn.machine, HOUR);
    expect(server.received()).toHaveLength(2);
    expect(view()).toMatchObject({ waiting: 0, lost: 0, last: { status: 204, isOk: true } });
    later(addOn.machine, DAY);
    expect(server.received()).toEqual([]);
  });

  it('waits as long as Retry-After says', () => {
    add();
    server.answer(429, 3 * 3600);
    sync();
    expect(server.received()).toHaveLength(1);
    server.answer(200);
    const arrived = [1, 2, 3, 4].map(() => {
      later(addOn.machine, HOUR);
      return server.received().length;
    });
    expect(arrived).toEqual([0, 0, 1, 0]);
  });

  it('keeps others from being sent in vain while no answer comes', () => {
    add();
    server.answer(0);
    const id = sync();
    expect(server.received()).toHaveLength(1);
    addOn.call('runNow', [id]);
    expect(server.received()).toEqual([]);
    later(addOn.machine, HOUR);
    expect(server.received()).toHaveLength(1);
    expect(view()).toMatchObject({ waiting: 2, last: { status: null, isOk: false } });
  });

  it('is bounded: the oldest are dropped and counted', () => {
    add();
    server.answer(500);
    const id = sync();
    for (let run = 1; run < 32; run++) addOn.call('runNow', [id]);
    expect(view()).toMatchObject({ waiting: 30, lost: 2 });
    const stored = Object.entries(documentProperties()).filter(([name]) => name.startsWith('event.'));
    expect(Math.max(...stored.map(([name, text]) => Buffer.byteLength(name + text)))).toBeLessThan(1400);
  });

  it('counts as no failure of the webhook when Google’s allowance of requests is spent', () => {
    add();
    addOn.machine.state.quotas.urlfetch = { since: addOn.machine.state.now, used: 20_000 };
    sync();
    expect(server.received()).toEqual([]);
    expect(view()).toMatchObject({ waiting: 1 });
    expect(view()).not.toHaveProperty('last');
    later(addOn.machine, DAY);
    expect(server.received()).toHaveLength(1);
  });

  it('does not make the run fail', () => {
    add();
    server.answer(0);
    const id = sync();
    const [last] = value('listConnections');
    expect(last?.last?.status).toBe('finished');
    expect(id).not.toBe('');
  });

  it('is sent once when Google kills the execution that sends it', () => {
    add();
    addOn.machine.resetCalls();
    addOn.machine.faults.kill('after', 1, { method: 'UrlFetchApp.fetch' });
    const { id } = addOn.save(bakery());
    addOn.machine.run(project, 'runNow', [[id]]);
    const [first] = server.received();
    later(addOn.machine, HOUR);
    const [again] = server.received();
    expect(again?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
    later(addOn.machine, DAY);
    expect(server.received()).toEqual([]);
  });
});

describe('a webhook that nothing reaches', () => {
  it('is disabled at once when the other side says that it is gone', () => {
    add();
    server.answer(410);
    const id = sync();
    expect(view()).toMatchObject({ state: 'disabled', waiting: 0, why: expect.stringContaining('410') as string });
    expect(addOn.machine.state.mails.map(({ subject }) => subject)).toEqual([
      'Sync : webhook désactivé (https://hooks.example.org)',
    ]);
    server.received();
    addOn.call('runNow', [id]);
    expect(server.received()).toEqual([]);
  });

  it('is disabled after five days of failures, and on again when its owner says so', () => {
    const { id: hook } = add();
    value('saveAlerts', { onFailure: true, weekly: false, extra: [] });
    server.answer(404);
    const id = sync();
    for (let day = 1; day < 5; day++) {
      later(addOn.machine, DAY);
      addOn.call('runNow', [id]);
      expect(view()?.state).toBe('on');
    }
    later(addOn.machine, DAY);
    expect(view()).toMatchObject({ state: 'disabled', why: expect.stringContaining('cinq jours') as string });
    expect(addOn.machine.state.mails).toHaveLength(1);
    later(addOn.machine, DAY);
    expect(addOn.machine.state.triggers).toEqual([]);
    server.answer(200);
    server.received();
    expect(value('switchWebhook', hook, true).webhooks).toMatchObject([{ state: 'on', lost: 0 }]);
    addOn.call('runNow', [id]);
    expect(server.received()).toHaveLength(1);
  });
});

describe('the secret of a webhook', () => {
  it('is shown once, and signs beside a new one for a day', () => {
    const { id, secret } = add();
    expect(JSON.stringify(addOn.call('openAlerts'))).not.toContain('whsec_');
    const renewed = value('rotateWebhook', id).secret;
    expect(renewed).not.toBe(secret);
    const connection = sync();
    const [message] = server.received();
    if (!message) throw new Error('Nothing arrived');
    expect(message.headers['webhook-signature']?.split(' ')).toHaveLength(2);
    expect(verify(secret, message)).toEqual(verify(renewed, message));
    later(addOn.machine, DAY);
    addOn.call('runNow', [connection]);
    const [last] = server.received();
    if (!last) throw new Error('Nothing arrived');
    expect(() => verify(secret, last)).toThrow('No matching signature');
    verify(renewed, last);
  });

  it('is its owner’s alone: what others’ runs have to tell waits for the owner', () => {
    const { id } = add();
    const bob = { person: { email: 'bob@example.com', locale: 'fr' } };
    const saved = addOn.machine.run(project, 'saveConnection', [bakery()], bob);
    const [, connection = ''] = /"id":"([0-9a-f]{10})"/.exec(JSON.stringify(saved)) ?? [];
    addOn.machine.run(project, 'runNow', [[connection]], bob);
    expect(server.received()).toEqual([]);
    const seen = JSON.stringify(addOn.machine.run(project, 'openAlerts', [], bob));
    expect(seen).toContain('"waiting":1');
    expect(seen).toContain('https://hooks.example.org/…');
    expect(seen).not.toContain('secret-path');
    for (const name of ['rotateWebhook', 'testWebhook']) {
      expect(addOn.machine.run(project, name, [id], bob)).toMatchObject({ value: { ok: false, field: 'webhook' } });
    }
    later(addOn.machine, HOUR);
    expect(server.received()).toHaveLength(1);
  });
});

describe('the Test button', () => {
  it('sends a message that says that it is a test', () => {
    const { id, secret } = add();
    expect(value('testWebhook', id)).toMatchObject({
      isOk: true,
      text: 'L’autre service a répondu 200 : le message d’essai est bien arrivé.',
    });
    const [message] = server.received();
    if (!message) throw new Error('Nothing arrived');
    expect(verify(secret, message)).toMatchObject({ type: 'sync.completed', data: { test: true } });
  });

  it.each([
    [302, 'il renvoie vers une autre adresse'],
    [401, 'il refuse le message'],
    [404, 'rien n’écoute'],
    [418, 'il ne veut pas'],
    [500, 'un problème de son côté'],
    [0, 'n’a pas pu être joint'],
  ])('explains the answer %s', (status, words) => {
    const { id } = add();
    server.answer(status);
    const { isOk, text } = value('testWebhook', id);
    expect(isOk).toBe(false);
    expect(text).toContain(words);
    expect(text).not.toContain('secret answer');
    expect(view()?.state).toBe('on');
  });
});

describe('making webhooks', () => {
  it('stops at three', () => {
    for (let n = 0; n < 3; n++) add();
    expect(() => add()).toThrow('3 webhooks au plus');
  });

  it('wants an event and an address that will do', () => {
    expect(() => add({ events: [] })).toThrow('au moins un événement');
    expect(() => add({ url: 'http://hooks.example.org/x' })).toThrow('https://');
    expect(addOn.call('addWebhook', { url: 7 })).toMatchObject({ ok: false, field: 'url' });
    expect(addOn.call('addWebhook', { url: URL_, events: ['x'] })).toMatchObject({ ok: false, field: 'events' });
  });

  it('begins the hourly calls of Google, which end with the last webhook', () => {
    const { id } = add();
    expect(addOn.machine.state.triggers).toHaveLength(1);
    later(addOn.machine, HOUR);
    expect(addOn.machine.state.triggers).toHaveLength(1);
    server.answer(500);
    sync();
    value('removeWebhook', id);
    expect(addOn.machine.state.triggers).toEqual([]);
    expect(JSON.stringify(addOn.machine.state.properties)).not.toContain(id);
  });
});
