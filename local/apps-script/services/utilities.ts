import { randomUUID } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { reveal } from '../exposed';
import type { Faithful } from '../faithful';
import type { Host } from '../host';
import { isTimeZone } from '../wall-time';
import { createBlob } from './blob';
import { fromSigned, toSigned } from './bytes';
import { formatByPattern, parseByPattern } from './date-pattern';
import { CHARSET, digest, DIGEST_ALGORITHM, hmac, MAC_ALGORITHM, toBytes } from './digest';
import { formatString } from './format-string';
import { parseCsv } from './parse-csv';
import { unzip, zip } from './zip';

type Google = GoogleAppsScript.Utilities.Utilities;
type Bytes = string | readonly number[];

/**
 * Utilities on the virtual clock (developers.google.com, Utilities); no AES and no random bytes, as there. With `realTime` a
 * sleep holds up this process too.
 */
export function createUtilities(host: Host, realTime: boolean): object {
  return host.expose(
    'Utilities',
    { ...timeMethods(host, realTime), ...cryptoMethods(host), ...blobMethods(host), ...ENUMS },
    { cost: { sleep: (ms: number) => ms } },
  );
}

const ENUMS = { Charset: CHARSET, DigestAlgorithm: DIGEST_ALGORITHM, MacAlgorithm: MAC_ALGORITHM };

function timeMethods(
  host: Host,
  realTime: boolean,
): Faithful<Google, 'sleep' | 'formatDate' | 'parseDate' | 'formatString' | 'getUuid' | 'parseCsv'> {
  return {
    sleep(milliseconds: number) {
      if (!(milliseconds >= 0 && milliseconds <= 300_000)) host.fail(`Invalid argument: ${String(milliseconds)}`);
      if (realTime) sleepForReal(milliseconds);
    },
    formatDate(date: { getTime(): number }, timeZone: string, format: string) {
      if (!isDate(date) || Number.isNaN(date.getTime())) host.fail('Invalid argument: date. Should be of type: Date');
      return (
        formatByPattern(date.getTime(), javaZone(timeZone), format) ?? host.fail(`Illegal pattern character: ${format}`)
      );
    },
    parseDate(date: string, timeZone: string, format: string) {
      return new Date(parseByPattern(date, javaZone(timeZone), format) ?? host.fail(`Unparseable date: "${date}"`));
    },
    formatString: (template: string, ...args: unknown[]) => formatString(template, args),
    getUuid: () => randomUUID(),
    parseCsv: (csv: string, delimiter?: string) => parseCsv(csv, delimiter ?? ','),
  };
}

function sleepForReal(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

type CryptoMethod =
  | 'computeDigest'
  | 'computeHmacSignature'
  | 'computeHmacSha256Signature'
  | 'base64Encode'
  | 'base64EncodeWebSafe'
  | 'base64Decode'
  | 'base64DecodeWebSafe';

function cryptoMethods(host: Host): Faithful<Google, CryptoMethod> {
  const check = (method: string, values: readonly unknown[], args: readonly unknown[]): void => {
    const kinds = new Set(values.map(kindOf));
    if (kinds.size > 1 || !(kinds.has('String') || kinds.has('number[]'))) mismatch(host, method, args);
  };
  const encode = (method: string, data: Bytes, charset: unknown, encoding: 'base64' | 'base64url'): string => {
    check(method, [data], [data]);
    const text = Buffer.from(toBytes(data, charset)).toString(encoding);
    return encoding === 'base64' ? text : text.padEnd(Math.ceil(text.length / 4) * 4, '=');
  };
  const decode = (encoded: string): number[] => {
    if (!/^[\w+/-]*={0,2}$/.test(encoded)) host.fail('Could not decode string.');
    return toSigned(Buffer.from(encoded, 'base64'));
  };
  return {
    computeDigest(algorithm: unknown, value: Bytes, charset?: unknown) {
      check('computeDigest', [value], [algorithm, value]);
      return digest(algorithm, value, charset);
    },
    computeHmacSignature(algorithm: unknown, value: Bytes, key: Bytes, charset?: unknown) {
      check('computeHmacSignature', [value, key], [algorithm, value, key]);
      return hmac(algorithm, value, key, charset);
    },
    computeHmacSha256Signature(value: Bytes, key: Bytes, charset?: unknown) {
      check('computeHmacSha256Signature', [value, key], [value, key]);
      return hmac(MAC_ALGORITHM.HMAC_SHA_256, value, key, charset);
    },
    base64Encode: (data: Bytes, charset?: unknown) => encode('base64Encode', data, charset, 'base64'),
    base64EncodeWebSafe: (data: Bytes, charset?: unknown) => encode('base64EncodeWebSafe', data, charset, 'base64url'),
    base64Decode: decode,
    base64DecodeWebSafe: decode,
  };
}

function blobMethods(host: Host): Faithful<Google, 'newBlob' | 'gzip' | 'ungzip' | 'zip' | 'unzip'> {
  return {
    newBlob(data: Bytes, contentType?: string, name?: string) {
      if (kindOf(data) === 'object') mismatch(host, 'newBlob', [data]);
      const bytes = typeof data === 'string' ? Buffer.from(data, 'utf8') : fromSigned(data);
      return createBlob(host, bytes, contentType ?? (typeof data === 'string' ? 'text/plain' : null), name ?? null);
    },
    gzip: (source: object, name?: string) =>
      createBlob(host, gzipSync(bytesOf(source)), 'application/x-gzip', name ?? 'archive.gz'),
    ungzip: (source: object) => createBlob(host, gunzipSync(bytesOf(source)), 'application/octet-stream', null),
    zip: (sources: readonly object[], name?: string) => {
      const files = sources.map((source) => ({ name: blobOf(source).getName() ?? 'file', bytes: bytesOf(source) }));
      return createBlob(host, zip(files), 'application/zip', name ?? 'archive.zip');
    },
    unzip: (source: object) => unzip(bytesOf(source)).map(({ name, bytes }) => createBlob(host, bytes, null, name)),
  };
}

/** SimpleDateFormat takes a zone that it does not know for GMT. */
function javaZone(name: string): string {
  return isTimeZone(name) ? name : 'Etc/GMT';
}

function blobOf(source: object): GoogleAppsScript.Base.Blob {
  const methods = reveal(source) as GoogleAppsScript.Base.BlobSource & Partial<GoogleAppsScript.Base.Blob>;
  return 'getBytes' in methods
    ? (methods as GoogleAppsScript.Base.Blob)
    : (reveal(methods.getBlob()) as GoogleAppsScript.Base.Blob);
}

function bytesOf(source: object): Uint8Array {
  return fromSigned(blobOf(source).getBytes());
}

function isDate(value: unknown): boolean {
  return Object.prototype.toString.call(value) === '[object Date]';
}

/** The kinds as Google's mismatch text names them. */
function kindOf(value: unknown): string {
  if (typeof value === 'string') return 'String';
  if (Array.isArray(value)) return 'number[]';
  if (typeof value === 'number') return 'number';
  return value === null || value === undefined ? 'null' : 'object';
}

function mismatch(host: Host, method: string, args: readonly unknown[]): never {
  const kinds = args.map((arg) => (kindOf(arg) === 'object' ? '(class)' : kindOf(arg)));
  return host.fail(`The parameters (${kinds.join(',')}) don't match the method signature for Utilities.${method}.`);
}
