import { createHash, createHmac } from 'node:crypto';
import { enumeration } from '../enumeration';
import { fromSigned, toSigned } from './bytes';

/** Utilities.DigestAlgorithm. */
export const DIGEST_ALGORITHM = enumeration('MD2', 'MD5', 'SHA_1', 'SHA_256', 'SHA_384', 'SHA_512');

/** Utilities.MacAlgorithm. */
export const MAC_ALGORITHM = enumeration('HMAC_MD5', 'HMAC_SHA_1', 'HMAC_SHA_256', 'HMAC_SHA_384', 'HMAC_SHA_512');

/** Utilities.Charset. */
export const CHARSET = enumeration('US_ASCII', 'UTF_8');

/** Signed bytes of a digest; the algorithm is a value of DIGEST_ALGORITHM. MD2 throws: OpenSSL has none. */
export function digest(algorithm: unknown, value: string | readonly number[], charset?: unknown): number[] {
  return toSigned(createHash(nodeName(algorithm)).update(toBytes(value, charset)).digest());
}

/** Signed bytes of an HMAC; the algorithm is a value of MAC_ALGORITHM. */
export function hmac(
  algorithm: unknown,
  value: string | readonly number[],
  key: string | readonly number[],
  charset?: unknown,
): number[] {
  return toSigned(createHmac(nodeName(algorithm), toBytes(key, charset)).update(toBytes(value, charset)).digest());
}

/**
 * The bytes of a text or of a script's byte array. Without a charset, digests take US-ASCII: other characters become
 * `?` (developers.google.com, Utilities.computeDigest, default charset).
 */
export function toBytes(value: string | readonly number[], charset?: unknown): Uint8Array {
  if (typeof value !== 'string') return fromSigned(value);
  return String(charset) === 'UTF_8'
    ? Buffer.from(value, 'utf8')
    : Buffer.from(value.replace(/[^\0-\x7f]/gu, '?'), 'ascii');
}

function nodeName(algorithm: unknown): string {
  return String(algorithm).replace('HMAC_', '').replace('_', '').toLowerCase();
}
