import type { Account } from '../account';
import { answerDrive, isDriveRequest } from '../drive/drive-api';
import type { HttpFault } from '../faults';
import { COSTS, type Host } from '../host';
import { isPeopleRequest, tellPeople } from '../people/people-http';
import { grantedScopes } from '../permissions';
import type { Project } from '../project';
import type { HttpAnswer } from './http-response';
import { exchange, type Routes, type WireAnswer, type WireRequest } from './http-wire';
import { noteLeaks } from './note-leaks';

/** Who sends requests. */
export interface Client {
  readonly host: Host;
  readonly account: Account;
  readonly project: Project;
}

/**
 * The answers of Drive, of Google Contacts, of routed servers and of planned faults. One DNS failure, refused connection
 * or timeout fails the whole fetchAll (not documented: the worse case is taken).
 */
export function answerRequests(client: Client, requests: readonly WireRequest[]): HttpAnswer[] {
  const { host, account } = client;
  noteLeaks(account, requests);
  const faults = requests.map(() => account.faults.takeHttp((account.requests += 1)));
  const forServers = requests.filter((request, i) => needsServer(faults[i]) && !isOwn(request, account.routes));
  const sent = forServers.map((request) =>
    isRouted(request, account.routes) ? withTime(request, host.now()) : request,
  );
  const answered = exchange(sent, account.routes, account.realNetwork);
  const answers = requests.map((request, i) => {
    const fault = faults[i];
    if (isDriveRequest(request)) return askDrive(client, request, fault);
    if (isOwn(request, account.routes)) return needsServer(fault) ? tellPeople(client, request) : undefined;
    return needsServer(fault) ? answered.shift() : undefined;
  });
  const ends = requests.map((request, i) => spoil(answers[i], faults[i], request));
  host.advance(Math.max(0, ...faults.map((fault, i) => (ends[i]?.failure === 'timeout' ? 0 : (fault?.delay ?? 0)))));
  return ends.map((end, i) => checked(host, end, requests[i]?.timeout ?? 0));
}

/** Whether the machine answers itself: for Drive always, for Google Contacts unless a server does. */
function isOwn(request: WireRequest, routes: Routes): boolean {
  return isDriveRequest(request) || (isPeopleRequest(request) && !isRouted(request, routes));
}

function isRouted({ url }: WireRequest, routes: Routes): boolean {
  return routes[new URL(url).origin] !== undefined;
}

/** A server of this machine cannot know the virtual time otherwise; nobody else is told it. */
function withTime(request: WireRequest, now: number): WireRequest {
  return { ...request, headers: [...request.headers, [TIME_HEADER, String(Math.round(now))]] };
}

/** In milliseconds since 1970. */
const TIME_HEADER = 'x-local-time';

/** A fault that gives the answer itself needs none from the server. */
function needsServer(fault: HttpFault | undefined): boolean {
  return fault?.failure === undefined && fault?.status === undefined && fault?.body === undefined;
}

/** Drive's answer; undefined when a fault takes the request away before anything of it arrived. */
function askDrive(
  { host, account, project }: Client,
  request: WireRequest,
  fault: HttpFault | undefined,
): WireAnswer | undefined {
  const arrived = fault?.arrived ?? (needsServer(fault) ? Infinity : 0);
  // A broken request is carried out as far as it came: only an upload keeps a part.
  if (arrived === 0 || (arrived < (request.body?.length ?? 0) && request.method !== 'PUT')) return undefined;
  return answerDrive(request, {
    ...{ state: account.state, arrived },
    scopes: grantedScopes(project, account, host.email),
    refuses: (scope) => account.consents.refuses(host.email, scope),
    lacks: (what) => host.fail(`The local Apps Script has no ${what}: add it, or do without.`),
  });
}

function spoil(answer: WireAnswer | undefined, fault: HttpFault | undefined, request: WireRequest): WireAnswer {
  if (fault?.failure) return { failure: fault.failure, url: request.url };
  if ((fault?.delay ?? 0) >= request.timeout) return { failure: 'timeout', url: request.url };
  if (answer?.failure !== undefined) return answer;
  const given = answer ?? { status: 200, headers: [], body: new Uint8Array() };
  const body = fault?.body === undefined ? given.body : Buffer.from(fault.body, 'utf8');
  const whole = fault?.size === undefined ? body : new Uint8Array(fault.size);
  return {
    status: fault?.status ?? given.status,
    headers: [...given.headers, ...Object.entries(fault?.headers ?? {})],
    body: fault?.truncate === undefined ? whole : whole.subarray(0, fault.truncate),
  };
}

const MAX_RESPONSE = 50 * 1024 * 1024;

function checked(host: Host, answer: WireAnswer, timeout: number): HttpAnswer {
  if (answer.failure === undefined) {
    if (answer.body.length > MAX_RESPONSE) host.fail('Limit Exceeded: URLFetch Response Size.');
    return answer;
  }
  if (answer.failure === 'timeout') host.advance(Math.max(0, timeout - COSTS.fetch));
  return host.fail(`${FAILURES[answer.failure]}: ${answer.url}`);
}

const FAILURES = { dns: 'DNS error', unavailable: 'Address unavailable', timeout: 'Timeout' } as const;
