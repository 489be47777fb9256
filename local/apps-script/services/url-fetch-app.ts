import type { Account } from '../account';
import type { Faithful } from '../faithful';
import type { HttpFault } from '../faults';
import { COSTS, type Host } from '../host';
import { toWireRequest, type FetchParams } from './http-request';
import { toText } from './html-template';
import { createHttpResponse, type HttpAnswer } from './http-response';
import { exchange, type WireAnswer, type WireRequest } from './http-wire';

/** UrlFetchApp over the machine's routes, with its faults and quota (developers.google.com, URL Fetch Service). */
export function createUrlFetchApp(host: Host, account: Account): object {
  const refuse = (message: string): never => host.fail(message);
  const fetchEach = (calls: readonly Call[]): object[] => {
    const requests = calls.map(({ url, params }) => toWireRequest(toText(url), params, refuse));
    host.spend('urlfetch', calls.length);
    const answers = answerAll(host, account, requests);
    return answers.map((answer, i) => {
      const call = calls[i];
      if (answer.status >= 400 && call?.params.muteHttpExceptions !== true) refuse(refusalOf(requests[i], answer));
      return createHttpResponse(host, answer);
    });
  };

  const service: Faithful<GoogleAppsScript.URL_Fetch.UrlFetchApp, 'fetch' | 'fetchAll' | 'getRequest'> = {
    fetch: (url: unknown, params?: FetchParams) => fetchEach([{ url, params: params ?? {} }])[0] ?? null,
    fetchAll: (requests: readonly (string | (FetchParams & { url: string }))[]) =>
      fetchEach(
        requests.map((request) =>
          typeof request === 'string' ? { url: request, params: {} } : { url: request.url, params: request },
        ),
      ),
    getRequest: (url: unknown, params?: FetchParams) =>
      describe(toWireRequest(toText(url), params ?? {}, refuse), params ?? {}),
  };
  return host.expose('UrlFetchApp', service, {
    cost: {
      fetch: COSTS.fetch,
      // At most about ten requests run at a time (not documented; observed 10 to 20).
      fetchAll: (requests: readonly unknown[]) => COSTS.fetch * Math.ceil(requests.length / 10),
    },
  });
}

interface Call {
  readonly url: unknown;
  readonly params: FetchParams;
}

/** One DNS failure, refused connection or timeout fails the whole fetchAll (not documented: the worse case is taken). */
function answerAll(host: Host, account: Account, requests: readonly WireRequest[]): HttpAnswer[] {
  const faults = requests.map(() => account.faults.takeHttp((account.requests += 1)));
  const sent = requests.filter((_, i) => needsServer(faults[i]));
  const answered = exchange(sent, account.routes, account.realNetwork);
  host.advance(Math.max(0, ...faults.map((fault) => fault?.delay ?? 0)));
  return requests.map((request, i) => {
    const answer = needsServer(faults[i]) ? answered.shift() : { status: 200, headers: [], body: new Uint8Array() };
    return checked(host, request, spoil(answer, faults[i], request));
  });
}

/** A fault that gives the answer itself needs none from the server. */
function needsServer(fault: HttpFault | undefined): boolean {
  return fault?.failure === undefined && fault?.status === undefined && fault?.body === undefined;
}

function spoil(answer: WireAnswer | undefined, fault: HttpFault | undefined, request: WireRequest): WireAnswer {
  if (fault?.failure) return { failure: fault.failure, url: request.url };
  if (answer?.failure !== undefined || !answer) return answer ?? { failure: 'unavailable', url: request.url };
  const body = fault?.body === undefined ? answer.body : Buffer.from(fault.body, 'utf8');
  return {
    status: fault?.status ?? answer.status,
    headers: [...answer.headers, ...Object.entries(fault?.headers ?? {})],
    body: fault?.truncate === undefined ? body : body.subarray(0, fault.truncate),
  };
}

const MAX_RESPONSE = 50 * 1024 * 1024;

function checked(host: Host, request: WireRequest, answer: WireAnswer): HttpAnswer {
  if (answer.failure === undefined) {
    if (answer.body.length > MAX_RESPONSE) host.fail('Limit Exceeded: URLFetch Response Size.');
    return answer;
  }
  if (answer.failure === 'timeout') host.advance(Math.max(0, request.timeout - COSTS.fetch));
  return host.fail(`${FAILURES[answer.failure]}: ${answer.url}`);
}

const FAILURES = { dns: 'DNS error', unavailable: 'Address unavailable', timeout: 'Timeout' } as const;

/** The text stops after 147 characters, as in published logs. */
function refusalOf(request: WireRequest | undefined, answer: HttpAnswer): string {
  const { protocol, host } = new URL(request?.url ?? '');
  const text = Buffer.from(answer.body).toString('utf8');
  const shown = text.length > 150 ? `${text.slice(0, 147)}...` : text;
  return (
    `Request failed for ${protocol}//${host} returned code ${String(answer.status)}. ` +
    `Truncated server response: ${shown} (use muteHttpExceptions option to examine full response)`
  );
}

/** What `getRequest` shows: the request as it would be sent. */
function describe(request: WireRequest, params: FetchParams): object {
  return {
    url: request.url,
    method: request.method.toLowerCase(),
    contentType: request.headers.find(([name]) => name === 'Content-Type')?.[1] ?? '',
    payload: request.body ? Buffer.from(request.body).toString('utf8') : '',
    headers: params.headers ?? {},
    followRedirects: request.followRedirects,
    validateHttpsCertificates: request.checkCertificates,
    useIntranet: false,
  };
}
