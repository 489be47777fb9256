import type { Answer, SignIn } from '../connectors/connector';
import { DataError, SignInError, type SyncError, UnavailableError } from '../core/errors';
import type { CountingApi } from '../engine/engine';
import type { Clock, HttpResponse, Send } from '../platform/services';
import { advice } from './advice';
import { readDetail } from './detail';
import { toQuery } from './query';
import { createRedact } from './redact';
import { withJson } from './with-json';
import { withPace } from './with-pace';
import { withRedirects } from './with-redirects';
import { withRetry } from './with-retry';
import { withSignIn } from './with-sign-in';

/** What asking one system takes. */
export interface ApiOptions {
  readonly send: Send;
  readonly clock: Clock;
  /** No wait ends after this, in milliseconds since 1970. */
  readonly deadline: number;
  readonly signIn: SignIn;
  /** The connector's title, as it stands in sentences for the user. */
  readonly title: string;
  /** From 0 up to 1. */
  readonly random: () => number;
}

/** The way to ask one system: signs in, keeps the pace, follows redirects, tries again, and shows no secret in any error. */
export function createApi({ send, clock, deadline, signIn, title, random }: ApiOptions): CountingApi {
  const { base, addressSetting } = signIn;
  const redact = createRedact(signIn.secrets);
  let requests = 0;
  const counted: Send = (request) => {
    requests += 1;
    return send(request);
  };
  const signedIn = withSignIn(withPace(counted, clock, signIn.spacing), signIn, title);
  const redirected = withRedirects(signedIn, { title, addressSetting, redact });
  const ask = withRetry(withJson(redirected), { title, clock, deadline, addressSetting, random });

  const get: CountingApi['get'] = (path, query = {}): Answer => {
    const url = base + path + toQuery(query, path.includes('?') ? '&' : '?');
    try {
      const response = ask({ method: 'get', url, headers: { Accept: 'application/json' } });
      if (response.status < 200 || response.status > 299) throw toError(response, url, title, redact);
      return { body: response.body, headers: response.headers };
    } catch (error) {
      throw withoutSecrets(error, redact);
    }
  };
  return { get, now: () => clock.now(), requests: () => requests, redact };
}

/** What an answer that is no success means for the engine. The body of a 401 is not read: it may hold the key. */
function toError(response: HttpResponse, url: string, title: string, redact: (text: string) => string): SyncError {
  const { status } = response;
  const message = `GET ${url} -> ${String(status)}`;
  if (status === 401) return new SignInError(message, advice.signIn(title));
  if (status === 403) return new UnavailableError(message, advice.forbidden(title), status);
  if (MISSING.includes(status)) return new UnavailableError(message, advice.missing(title), status);
  if (status !== 400 && status !== 422) return new DataError(message, advice.unexpected(title, status));
  const detail = readDetail(response.text, redact);
  return new DataError(`${message} ${detail}`, advice.rejected(title, detail));
}

const MISSING: readonly number[] = [404, 405, 410];

/** The same error; no text of it shows a secret. */
function withoutSecrets(error: unknown, redact: (text: string) => string): unknown {
  if (error instanceof Error) {
    error.message = redact(error.message);
    error.stack = redact(error.stack ?? '');
  }
  return error;
}
