import type { Answer } from '../../../../local/vendors/vendor';
import type { VendorOptions } from '../../../../local/vendors/vendors';
import { NOW, openAccount, toObject, type OpenAccount } from './open-account';

const TICKETS = '/api/v2/incremental/tickets/cursor?start_time=0&per_page=1';
const ORGANIZATIONS = '/api/v2/incremental/organizations?start_time=0';

const open = (options: Partial<VendorOptions['zendesk']> = {}): OpenAccount => openAccount({ tickets: 5, ...options });
const statuses = (answers: readonly Answer[]): readonly number[] => answers.map(({ status }) => status);
const times = (account: OpenAccount, target: string, count: number, every = 0): readonly Answer[] =>
  Array.from({ length: count }, (_, turn) => account.ask(target, { at: NOW + turn * every }));

test('ten exports a minute are answered, the eleventh is not', () => {
  const answers = times(open(), TICKETS, 11);
  expect(statuses(answers)).toEqual([...Array.from({ length: 10 }, () => 200), 429]);
  expect(toObject(answers[10]?.body ?? '')).toEqual({
    error: 'APIRateLimitExceeded',
    description: 'Number of allowed incremental export API requests per minute exceeded',
  });
});

test('the refusal says how long to wait, unless it is one without Retry-After', () => {
  const account = open();
  times(account, TICKETS, 10, 1000);
  expect(account.ask(TICKETS, { at: NOW + 10_000 }).headers?.['Retry-After']).toBe('50');
  expect(account.ask(TICKETS, { at: NOW + 60_000 }).status).toBe(200);
  const silent = times(open({ retryAfter: false }), TICKETS, 11)[10];
  expect([silent?.status, silent?.headers?.['Retry-After']]).toEqual([429, undefined]);
});

test('any sixty seconds count, not those since the first request', () => {
  const account = open();
  expect(account.ask(TICKETS, { at: NOW }).status).toBe(200);
  for (let turn = 0; turn < 9; turn++) account.ask(TICKETS, { at: NOW + 59_000 });
  expect(account.ask(TICKETS, { at: NOW + 60_000 }).status).toBe(200);
  expect(account.ask(TICKETS, { at: NOW + 60_001 }).status).toBe(429);
});

test('a request that was refused does not count', () => {
  const account = open();
  times(account, TICKETS, 30);
  expect(account.ask(TICKETS, { at: NOW + 60_000 }).status).toBe(200);
});

test('tickets and organizations share the ten', () => {
  const account = open();
  times(account, TICKETS, 6);
  expect(statuses(times(account, ORGANIZATIONS, 5))).toEqual([200, 200, 200, 200, 429]);
});

test.each(['/api/v2/incremental/users/cursor?start_time=0', '/api/v2/ticket_fields'])(
  '%s has twenty of its own',
  (target) => {
    const account = open();
    times(account, TICKETS, 10);
    expect(statuses(times(account, target, 21)).indexOf(429)).toBe(20);
  },
);

test('the whole account has a limit too', () => {
  const answers = times(open({ accountLimit: 12 }), '/api/v2/groups', 13);
  expect(statuses(answers).indexOf(429)).toBe(12);
  expect(toObject(answers[12]?.body ?? '').description).toBe('Number of allowed API requests per minute exceeded');
});

test('headers say what is left, as recorded', () => {
  expect(open().ask(TICKETS, { at: NOW }).headers).toMatchObject({
    'X-Rate-Limit': '400',
    'X-Rate-Limit-Remaining': '399',
    'RateLimit-Limit': '400',
    'RateLimit-Remaining': '399',
    'RateLimit-Reset': '60',
    'Zendesk-RateLimit-incremental-exports': 'total=10; remaining=9; resets=60',
  });
  const users = open().ask('/api/v2/incremental/users/cursor?start_time=0', { at: NOW }).headers;
  expect(users?.['Zendesk-RateLimit-incremental-exports-cursor']).toBe('total=20; remaining=19; resets=60');
});

test('requests that do not say when they were sent are not limited', () => {
  const account = open();
  const answers = Array.from({ length: 15 }, () => account.ask(TICKETS));
  expect(new Set(statuses(answers))).toEqual(new Set([200]));
});

test('what breaks a limit is a violation, also where limits are not enforced', () => {
  for (const rateLimits of [true, false]) {
    const answers = times(open({ rateLimits }), TICKETS, 11);
    expect(answers[9]?.violations).toEqual([]);
    expect(answers[10]?.violations).toEqual(['more than 10 requests a minute: incremental-exports']);
    expect(answers[10]?.status).toBe(rateLimits ? 429 : 200);
  }
});
