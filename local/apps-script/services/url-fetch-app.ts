import type { Account } from '../account';
import type { Faithful } from '../faithful';
import { COSTS, type Host } from '../host';
import type { Project } from '../project';
import { answerRequests } from './answer-requests';
import { toWireRequest, type FetchParams } from './http-request';
import { toText } from './html-template';
import { createHttpResponse, type HttpAnswer } from './http-response';
import type { WireRequest } from './http-wire';

/** UrlFetchApp over the machine's routes, with its faults and quota (developers.google.com, URL Fetch Service). */
export function createUrlFetchApp(host: Host, account: Account, project: Project): object {
  const refuse = (message: string): never => host.fail(message);
  const fetchEach = (calls: readonly Call[]): object[] => {
    const requests = calls.map(({ url, params }) => toWireRequest(toText(url), params, refuse));
    host.spend('urlfetch', calls.length);
    const answers = answerRequests({ host, account, project }, requests);
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
