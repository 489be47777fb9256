import type { Clock, HttpRequest, Send } from '../platform/services';

/** A bearer token. */
export interface Token {
  readonly value: string;
  /** Milliseconds since 1970, or null when nobody knows. */
  readonly expiresAt: number | null;
}

/** Keeps one token from one execution to the next. */
export interface Tokens {
  read(): Token | null;
  /** Null forgets it. */
  write(token: Token | null): void;
}

/** What signing in with tokens needs. */
export interface GrantOptions {
  readonly tokens: Tokens;
  readonly clock: Clock;
  /** Gets a new token. Throws `SyncError`s. */
  readonly mint: () => Token;
  /** Called with each token before it is used. */
  readonly learn: (secret: string) => void;
}

/**
 * `send`, with a bearer token on each request: the one that is kept, or a new one when it has less than a minute to live or
 * is refused with 401. Then the request is repeated once; its answer is the last word. Throws what `mint` throws.
 */
export function withGrant(send: Send, { tokens, clock, mint, learn }: GrantOptions): Send {
  let held: Token | null = null;
  const renew = (): Token => {
    held = mint();
    learn(held.value);
    tokens.write(held);
    return held;
  };
  const current = (): Token => {
    if (held === null) {
      held = tokens.read();
      if (held) learn(held.value);
    }
    return held === null || isOver(held, clock.now()) ? renew() : held;
  };
  return (request) => {
    const response = send(withToken(request, current()));
    if (response.status !== 401) return response;
    held = null;
    // Even when no new one can be got: this one is of no use.
    tokens.write(null);
    return send(withToken(request, renew()));
  };
}

/** A token must outlive the request that carries it. */
const MARGIN = 60_000;

function isOver({ expiresAt }: Token, now: number): boolean {
  return expiresAt !== null && expiresAt - MARGIN <= now;
}

function withToken(request: HttpRequest, { value }: Token): HttpRequest {
  return { ...request, headers: { ...request.headers, Authorization: `Bearer ${value}` } };
}
