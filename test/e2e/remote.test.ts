import { readFileSync } from 'node:fs';
import type { Cells, Desk, DeskContacts, Order } from '../../local/workbench/protocol';
import { startWorkbench, type StartedWorkbench } from '../../local/workbench/start';
import type { Calls, Result } from '../../src/app/rpc';
import { runCurl, splitWords } from './run-curl';

const ANNE = 'anne@example.com';
const DOCS = readFileSync('docs/remote.md', 'utf8');

/** Lines that call curl, each with the answer that the page shows below it. */
const EXAMPLES = [...DOCS.matchAll(/```sh\n(curl [^\n]+)\n```\n+```json\n([^]*?)\n```/g)].map(
  ([, line = '', answer = '']) => ({ line, answer: JSON.parse(answer) as object }),
);

/** What the client's documents name. */
const PATHS = [
  ...['/zendesk/sync/run-incremental', '/sync-now', '/admin/api/sync-template', '/admin/api/template-health'],
  ...['/types', '/test', '/', '/$CONNECTION/sync', '/$CONNECTION/history', '/$CONNECTION/delete'].map(
    (end) => `/api/connections${end}`,
  ),
  ...['auth', 'status', 'sync-all', 'sync-to-google/$CLIENT', 'sync-from-google/$CONTACT', 'list-contacts'].map(
    (end) => `/api/google-contacts/${end}`,
  ),
  ...['/api/google-contacts/setup-instructions', '/runs/$RUN'],
];

jest.setTimeout(120_000);

let bench: StartedWorkbench;
const variables: Record<string, string> = { TEMPLATE_API_KEY: 'local-template-key', CLIENT: 'jean@example.fr' };

beforeAll(async () => {
  bench = await startWorkbench({ folders: 5, orders: 5, tickets: 5 });
  await connect();
  await meetContacts();
  const { secret = '' } = await call('switchRemote', true);
  variables.CRON_SECRET = secret;
});

afterAll(() => bench.stop());

test('the page shows a line for each path, and no line without its answer', () => {
  const shown = EXAMPLES.map(({ line }) => /\?path=([^&"]+)/.exec(line)?.[1]);
  expect(PATHS.filter((path) => !shown.includes(path))).toEqual([]);
  expect(DOCS.match(/^curl /gm)).toHaveLength(EXAMPLES.length);
});

test.each(EXAMPLES)('$line', async ({ line, answer }) => {
  const here = line.replaceAll('http://localhost:8080', bench.url);
  const told = JSON.parse(await runCurl(here, variables)) as { readonly data: unknown };
  expect(told).toMatchObject(certainOf(answer));
  expect(shapeOf(told)).toEqual(shapeOf(answer));
  await follow(told.data);
});

test('a line is read as a shell reads it', () => {
  const line = `curl -sL -d '{"secret": "'$A'", "b": 1}' "http://x/?s=$A&c=1"`;
  expect(splitWords(line, { A: 'sesame' })).toEqual([
    ...['curl', '-sL', '-d', '{"secret": "sesame", "b": 1}'],
    'http://x/?s=sesame&c=1',
  ]);
});

async function connect(): Promise<void> {
  const settings = { baseUrl: 'https://atelier-exemple.fr', apiKey: 'local-template-key' };
  await call('saveConnection', { connector: 'template', settings });
  const zendesk = { subdomain: 'acme', clientId: 'sync', clientSecret: 'local-zendesk-secret' };
  await call('saveConnection', { connector: 'zendesk', settings: zendesk, streams: ['brands'] });
}

/** A client whom Google does not know yet, and a contact who is no client. */
async function meetContacts(): Promise<void> {
  const scope = { kind: 'label', name: 'Clients' } as const;
  await call('saveContacts', { scope, direction: 'both', tie: 'sheet', hourly: false, atOnce: false });
  const { tabs } = await order<Desk>({ do: 'look' });
  const tab = tabs.find(({ name }) => name === 'Clients')?.id ?? -1;
  const { rows } = await order<Cells>({ do: 'cells', tab, row: 1, rows: 1 });
  for (const [name, text] of [
    ['nom', 'Dupont'],
    ['prenom', 'Jean'],
    ['email', 'jean@example.fr'],
  ] as const) {
    await order({ do: 'type', tab, row: 2, column: (rows[0]?.indexOf(name) ?? -1) + 1, text });
  }
  const marie = { givenName: 'Marie', familyName: 'Curie', email: 'marie@example.fr', phone: '', label: '' };
  await order({ do: 'addContact', ...marie });
  const { contacts } = await order<DeskContacts>({ do: 'contacts' });
  variables.CONTACT = contacts.find(({ email }) => email === 'marie@example.fr')?.contact ?? '';
}

/** A run that was begun is let come to its end; what was made is what the next lines speak of. */
async function follow(data: unknown): Promise<void> {
  const { run, id } = (data ?? {}) as { readonly run?: string; readonly id?: string };
  if (id !== undefined) variables.CONNECTION = id;
  if (run === undefined) return;
  variables.RUN = run;
  await order({ do: 'advance', ms: 120_000 });
}

/** The names and types in a value; a list has the shape of its first item, or any where it is empty; null is of any type. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? expect.any(Array) : [shapeOf(value[0])];
  if (value === null) return 'string or null';
  if (typeof value !== 'object') return typeof value === 'string' ? 'string or null' : typeof value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, shapeOf(part)]));
}

/** What is as the page shows it, whatever the accounts hold. */
function certainOf(value: object): object {
  const entries = Object.entries(value) as [string, unknown][];
  return Object.fromEntries(
    entries.flatMap(([name, part]) => {
      if (isRecord(part)) return [[name, certainOf(part)]];
      return typeof part === 'boolean' || name === 'state' || name === 'status' ? [[name, part]] : [];
    }),
  );
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

type Value<N extends keyof Calls> = Extract<ReturnType<Calls[N]>, { ok: true }>['value'];

async function call<N extends keyof Calls>(name: N, ...args: Parameters<Calls[N]>): Promise<Value<N>> {
  const pages = bench.url.replace('localhost', '127.0.0.1');
  const { value } = await post<{ readonly value: Result<Value<N>> }>(`${pages}/run`, { person: ANNE, name, args });
  if (!value.ok) throw new Error(`${name}: ${value.advice}`);
  return value.value;
}

function order<T>(what: Order): Promise<T> {
  return post(`${bench.url}/desk`, what);
}

async function post<T>(url: string, body: object): Promise<T> {
  const headers = { 'Content-Type': 'application/json' };
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  const told = (await answer.json()) as { readonly ok: boolean; readonly value: T; readonly error?: string };
  if (!told.ok) throw new Error(`${url}: ${told.error ?? ''}`);
  return told.value;
}
