import type { Question } from '../vendor';
import { isJsonObject, toText, type JsonObject } from '../json';
import { toSeconds } from './account';
import { Refusal } from './refusal';

export interface SignInOptions {
  /** The account's confidential OAuth client, which may have the scope `read`. */
  readonly clientId: string;
  readonly clientSecret: string;
  /** The legacy API token, and the only e-mail address that it is taken with. */
  readonly email: string;
  readonly apiToken: string;
  /** An access token that does not expire. */
  readonly bearer: string;
  /** The most seconds for which a minted token lives. */
  readonly tokenSeconds: number;
}

/** Who asks: the administrator; someone whose token allows nothing; or nobody that is known. */
export type Caller = 'admin' | 'powerless' | 'anonymous';

/** How an account lets clients in (developer.zendesk.com, Security and authentication; OAuth tokens). Times are in milliseconds. */
export class SignIn {
  private readonly minted = new Map<string, { readonly until: number; readonly caller: Caller }>();
  private count = 0;

  constructor(private readonly options: SignInOptions) {}

  /** Answers a posted JSON body with a token (RFC 6749, client credentials); throws a Refusal. */
  mint(body: string, now: number): JsonObject {
    const { grant_type, client_id, client_secret, scope = 'read', expires_in } = parse(body);
    if (grant_type !== 'client_credentials') throw oauthError(400, 'unsupported_grant_type');
    const { clientId, clientSecret, tokenSeconds } = this.options;
    if (client_id !== clientId || client_secret !== clientSecret) throw oauthError(401, 'invalid_client');
    const scopes = typeof scope === 'string' ? scope.split(' ') : [];
    if (scopes.length === 0 || scopes.some(isBeyondRead)) throw oauthError(400, 'invalid_scope');
    const asked = expires_in ?? DEFAULT_SECONDS;
    if (typeof asked !== 'number' || asked < 300 || asked > 172_800) throw oauthError(400, 'invalid_request');
    const seconds = Math.min(asked, tokenSeconds);
    const token = `minted-${String(++this.count)}-${String(toSeconds(now))}`;
    // A scope that is no scope at all still gets a token, which opens nothing.
    const caller = scopes.includes('read') || scopes.every((one) => GRANULAR.test(one)) ? 'admin' : 'powerless';
    this.minted.set(token, { until: now + seconds * 1000, caller });
    return { access_token: token, token_type: 'bearer', scope: toText(scope), expires_in: seconds };
  }

  /** Ends all tokens that were minted so far; how many there were. */
  revoke(): number {
    const { size } = this.minted;
    this.minted.clear();
    return size;
  }

  caller({ headers }: Question, now: number): Caller {
    const [scheme = '', credentials = ''] = (headers.authorization ?? '').split(' ');
    const { email, apiToken, bearer } = this.options;
    if (scheme.toLowerCase() === 'basic') {
      return Buffer.from(credentials, 'base64').toString() === `${email}/token:${apiToken}` ? 'admin' : 'anonymous';
    }
    if (scheme.toLowerCase() !== 'bearer') return 'anonymous';
    if (credentials === bearer) return 'admin';
    const token = this.minted.get(credentials);
    return token !== undefined && now < token.until ? token.caller : 'anonymous';
  }

  /** Whether a text holds one of the account's secrets or tokens. */
  isBetrayedBy(text: string): boolean {
    const { clientSecret, apiToken, bearer } = this.options;
    return [clientSecret, apiToken, bearer, ...this.minted.keys()].some((secret) => text.includes(secret));
  }
}

/** What one gets who is not signed in, by the way it was tried. */
export function unauthorized({ headers }: Question): Refusal {
  if (!/^bearer /i.test(headers.authorization ?? '')) return new Refusal(401, { error: "Couldn't authenticate you" });
  return oauthError(401, 'invalid_token');
}

/** For clients made since 30 April 2026 (developer.zendesk.com, OAuth migration). */
const DEFAULT_SECONDS = 1800;
const GRANULAR = /^[a-z_]+:read$/;

/** Scopes that exist and that the client does not have. */
function isBeyondRead(scope: string): boolean {
  return scope === 'write' || scope === 'impersonate' || scope.endsWith(':write');
}

function parse(body: string): JsonObject {
  try {
    const value: unknown = JSON.parse(body);
    if (isJsonObject(value)) return value;
  } catch {
    // Falls to the refusal below, as any body does that is no object.
  }
  throw oauthError(400, 'invalid_request');
}

function oauthError(status: number, error: keyof typeof DESCRIPTIONS): Refusal {
  return new Refusal(status, { error, error_description: DESCRIPTIONS[error] });
}

const DESCRIPTIONS = {
  unsupported_grant_type: 'The authorization grant type is not supported by the authorization server.',
  invalid_client: 'Client authentication failed due to unknown client, no client authentication included, or other.',
  invalid_scope: 'The requested scope is invalid, unknown, or malformed.',
  invalid_request: 'The request is missing a required parameter or is otherwise malformed.',
  invalid_token: 'The access token provided is expired, revoked, malformed or invalid for other reasons.',
} as const;
