import type { Grant, SignIn } from '../connectors/connector';
import { DataError, SettingsError, SignInError, type SyncError } from '../core/errors';
import type { Clock } from '../platform/services';
import { advice } from './advice';
import type { Token } from './with-grant';
import type { Ask, JsonResponse } from './with-json';

/** What getting a token needs. */
export interface MintOptions {
  readonly signIn: Pick<SignIn, 'base' | 'addressSetting'>;
  readonly grant: Grant;
  readonly title: string;
  readonly clock: Clock;
}

/**
 * A new token for the grant's body (RFC 6749, section 4.4). Throws `SignInError` when the system refuses it,
 * `SettingsError` when there is nothing at the address, `DataError` for any other answer, and what `ask` throws.
 */
export function mintToken(ask: Ask, { signIn, grant, title, clock }: MintOptions): Token {
  const url = signIn.base + grant.path;
  // The life of a token begins no earlier than the request for it.
  const begun = clock.now();
  const headers = { Accept: 'application/json', 'Content-Type': 'application/json' };
  const response = ask({ method: 'post', url, headers, body: JSON.stringify(grant.body) });
  const { status } = response;
  if (status < 200 || status > 299) throw refusalOf(response, url, { signIn, grant, title });
  const { access_token: value, expires_in: life } = toFields(response.body);
  if (typeof value !== 'string' || !/^[\x21-\x7e]+$/.test(value)) {
    throw new DataError(`POST ${url} -> ${String(status)} without a token`, advice.unexpected(title, status), status);
  }
  return { value, expiresAt: Number(life) > 0 ? begun + Number(life) * 1000 : null };
}

function toFields(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function refusalOf(
  response: JsonResponse,
  url: string,
  { signIn, grant, title }: Omit<MintOptions, 'clock'>,
): SyncError {
  const { status } = response;
  const code = codeOf(response.text);
  const message = `POST ${url} -> ${String(status)} ${code}`.trim();
  const isClient = CLIENT_CODES.includes(code) || status === 401 || status === 403;
  if (code === 'invalid_scope') return new SignInError(message, advice.scope(title, scopeOf(grant)));
  if (isClient) return new SignInError(message, advice.client(title));
  // A POST is never followed: its body holds the key.
  if (status === 404 || (status >= 300 && status <= 399)) {
    return signIn.addressSetting === undefined
      ? new SettingsError(grant.setting, message, advice.client(title))
      : new SettingsError(signIn.addressSetting, message, advice.noAccount(title));
  }
  const words = status === 400 ? advice.rejected(title, code) : advice.unexpected(title, status);
  return new DataError(message, words, status);
}

function scopeOf({ body: { scope } }: Grant): string {
  return typeof scope === 'string' ? scope : '';
}

/** RFC 6749, section 5.2: what is wrong with the client. */
const CLIENT_CODES: readonly string[] = ['invalid_client', 'invalid_grant', 'unauthorized_client'];

/** The error's code alone: its description may repeat what was sent. */
function codeOf(text: string): string {
  return /"error"\s*:\s*"([a-z_]{1,40})"/.exec(text)?.[1] ?? '';
}
