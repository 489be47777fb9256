import { cbc } from '@noble/ciphers/aes.js';
import { equalBytes } from '@noble/ciphers/utils.js';
import { fromBase64Url, fromUtf8, toBase64Url, toUtf8 } from './bytes';

/** The HMAC-SHA256 of bytes under a key. */
export type Sign = (bytes: Uint8Array, key: Uint8Array) => Uint8Array;

/**
 * A Fernet token (github.com/fernet/spec): version 0x80, the time in whole seconds, the IV, the text under AES-128-CBC,
 * and an HMAC-SHA256 over all of it. `key` is 32 bytes in base64url; `iv` is 16 bytes never used before; `now` is in
 * milliseconds since 1970.
 */
export function encrypt(text: string, key: string, iv: Uint8Array, now: number, sign: Sign): string {
  const { signing, encryption } = splitKey(key);
  const cipher = cbc(encryption, iv).encrypt(toUtf8(text));
  const signed = new Uint8Array(HEADER + cipher.length);
  signed[0] = VERSION;
  new DataView(signed.buffer).setUint32(1, Math.floor(now / 1000 / 2 ** 32));
  new DataView(signed.buffer).setUint32(5, Math.floor(now / 1000) % 2 ** 32);
  signed.set(iv, 9);
  signed.set(cipher, HEADER);
  const token = new Uint8Array(signed.length + MAC);
  token.set(signed);
  token.set(sign(signed, signing), signed.length);
  return toBase64Url(token);
}

/** How old a token may be: `now` and `ttl` in milliseconds; a minute of clock skew into the future is accepted. */
export interface Freshness {
  readonly now: number;
  readonly ttl: number;
}

/** The text of a token made with `key`; null when the token is damaged, forged, made with another key or not fresh. */
export function decrypt(token: string, key: string, sign: Sign, freshness?: Freshness): string | null {
  const { signing, encryption } = splitKey(key);
  const bytes = fromBase64Url(token);
  if (!bytes || bytes.length < HEADER + MAC || bytes[0] !== VERSION) return null;
  const signed = bytes.subarray(0, -MAC);
  // In constant time, so that a forger learns nothing from how long a refusal takes.
  if (!equalBytes(sign(signed, signing), bytes.subarray(-MAC))) return null;
  if (freshness && !isFresh(timeOf(signed), freshness)) return null;
  try {
    return fromUtf8(cbc(encryption, signed.subarray(9, HEADER)).decrypt(signed.subarray(HEADER)));
  } catch {
    return null;
  }
}

const VERSION = 0x80;
/** Version, time and IV. */
const HEADER = 1 + 8 + 16;
const MAC = 32;
const SKEW = 60_000;

function splitKey(key: string): { signing: Uint8Array; encryption: Uint8Array } {
  const bytes = fromBase64Url(key);
  if (bytes?.length !== 32) throw new Error('A Fernet key is 32 bytes in base64url');
  return { signing: bytes.subarray(0, 16), encryption: bytes.subarray(16) };
}

function timeOf(signed: Uint8Array): number {
  const view = new DataView(signed.buffer, signed.byteOffset);
  return (view.getUint32(1) * 2 ** 32 + view.getUint32(5)) * 1000;
}

function isFresh(madeAt: number, { now, ttl }: Freshness): boolean {
  return madeAt <= now + SKEW && madeAt + ttl >= now;
}
