import { grantedScopes } from '../permissions';
import type { Client } from '../services/answer-requests';
import type { WireAnswer, WireRequest } from '../services/http-wire';
import { OAUTH_TOKEN } from '../services/oauth-token';
import { answerPeople, type PeopleCaller, type PeopleRequest } from './answer-people';
import type { Json } from './contact-book';
import { invalid, PeopleRefusal, refusalBody } from './people-refusal';

/** Whether a request goes to the People API, version 1. */
export function isPeopleRequest({ url }: Pick<WireRequest, 'url'>): boolean {
  return /^https:\/\/people\.googleapis\.com\/v1\//i.test(url);
}

/** What the People API answers to a request of UrlFetchApp, of whoever runs the script. */
export function tellPeople(client: Client, wire: WireRequest): WireAnswer {
  const read = readRequest(wire);
  if (read instanceof PeopleRefusal) return toWire(read.code, refusalBody(read));
  const { status, body, delay, lost } = answerPeople(read, callerOf(client));
  client.host.advance(delay);
  return lost === undefined ? toWire(status, body) : { failure: 'timeout', url: wire.url };
}

/** Whoever runs a script, as the API sees them. */
export function callerOf({ host, account, project }: Client): PeopleCaller {
  const scopes = grantedScopes(project, account, host.email);
  return {
    ...{ state: account.state, owner: host.userStore, rules: account.people.rules, faults: account.people.faults },
    grants(scope) {
      const address = `https://www.googleapis.com/auth/${scope}`;
      // A script whose manifest names no scope has the one that Google finds its code to need.
      return scopes ? scopes.includes(address) : scope === 'contacts' && !account.consents.refuses(host.email, address);
    },
    lacks: (what) => host.fail(`The local Apps Script has no ${what}: add it, or do without.`),
  };
}

function readRequest({ url, method, headers, body }: WireRequest): PeopleRequest | PeopleRefusal {
  const given = headers.find(([name]) => name.toLowerCase() === 'authorization')?.[1];
  if (given === undefined) return new PeopleRefusal(403, 'PERMISSION_DENIED', UNREGISTERED);
  if (given !== `Bearer ${OAUTH_TOKEN}`) return new PeopleRefusal(401, 'UNAUTHENTICATED', INVALID_TOKEN);
  const { pathname, searchParams } = new URL(url);
  const query = new Map([...searchParams.keys()].map((name) => [name, searchParams.getAll(name)]));
  const text = Buffer.from(body ?? []).toString('utf8');
  try {
    const json: unknown = text === '' ? undefined : JSON.parse(text);
    return { method, path: pathname, query, body: json };
  } catch {
    return invalid('Invalid JSON payload received. Unexpected token.');
  }
}

const UNREGISTERED =
  "Method doesn't allow unregistered callers (callers without established identity). Please use API Key or other form of API consumer identity to call this API.";
const INVALID_TOKEN =
  'Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential.';

function toWire(status: number, body: Json): WireAnswer {
  return {
    status,
    headers: [['Content-Type', 'application/json; charset=UTF-8']],
    body: Buffer.from(JSON.stringify(body), 'utf8'),
  };
}
