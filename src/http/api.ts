import type { Answer, SignIn } from '../connectors/connector';
import type { CountingApi } from '../engine/engine';
import type { Clock, Send } from '../platform/services';
import { mintToken } from './mint-token';
import { toQuery } from './query';
import { createRedaction } from './redact';
import { refusalOf } from './refusal';
import { type Tokens, withGrant } from './with-grant';
import { withHeavy } from './with-heavy';
import { withJson } from './with-json';
import { type Pacing, withPace } from './with-pace';
import { withRedirects } from './with-redirects';
import { type RetryOptions, withRetry } from './with-retry';
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
  readonly pacing: Pacing;
  readonly tokens: Tokens;
  /** From 0 up to 1. */
  readonly random: () => number;
}

/** The way to ask one system: signs in, keeps the pace, follows redirects, tries again, and shows no secret in any error. */
export function createApi(options: ApiOptions): CountingApi {
  const { clock, signIn, title } = options;
  const { redact, learn } = createRedaction(signIn.secrets);
  let requests = 0;
  const counted: Send = (request) => {
    requests += 1;
    return options.send(request);
  };
  const signedIn = withTokens(withSignIn(withPace(counted, { ...options, ...signIn }), signIn, title), options, learn);
  const whole = withJson(withRedirects(signedIn, { title, addressSetting: signIn.addressSetting, redact }));
  const ask = withRetry(whole, toRetryOptions(options));
  const askHeavy = withRetry(withHeavy(whole, title, clock), toRetryOptions(options));

  const get: CountingApi['get'] = (path, query = {}, { heavy = false } = {}): Answer => {
    const url = signIn.base + path + toQuery(query, path.includes('?') ? '&' : '?');
    try {
      const request = { method: 'get', url, headers: { Accept: 'application/json' } } as const;
      const response = (heavy ? askHeavy : ask)(request);
      if (response.status < 200 || response.status > 299) throw refusalOf(response, url, title, redact);
      return { body: response.body, headers: response.headers };
    } catch (error) {
      throw withoutSecrets(error, redact);
    }
  };
  return { get, now: () => clock.now(), requests: () => requests, redact };
}

function withTokens(send: Send, options: ApiOptions, learn: (secret: string) => void): Send {
  const { signIn, title, clock, tokens } = options;
  const { grant } = signIn;
  if (grant === undefined) return send;
  const ask = withRetry(withJson(send), toRetryOptions(options));
  return withGrant(send, { tokens, clock, learn, mint: () => mintToken(ask, { signIn, grant, title, clock }) });
}

function toRetryOptions({ title, clock, deadline, random, signIn }: ApiOptions): RetryOptions {
  const { addressSetting, slowDown } = signIn;
  return { title, clock, deadline, random, addressSetting, slowDown };
}

/** The same error; no text of it shows a secret. */
function withoutSecrets(error: unknown, redact: (text: string) => string): unknown {
  if (error instanceof Error) {
    error.message = redact(error.message);
    error.stack = redact(error.stack ?? '');
  }
  return error;
}
