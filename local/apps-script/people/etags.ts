import { createHash } from 'node:crypto';
import { READABLE } from './person-fields';

/** The etag of a CONTACT source after a write, such as `#poIFzCG0qKE=`. */
export function sourceEtag(owner: string, key: string, seq: number): string {
  return `#${digest(owner, key, seq).subarray(0, 8).toString('base64')}`;
}

/**
 * The etag of a person: base64, after a `%`, of the fields and sources that were asked for and of the source's etag, so
 * that each read mask gives another (seen in real answers).
 */
export function personEtag(etag: string, fields: readonly string[], withProfile: boolean): string {
  const numbers = fields.map((field) => READABLE.indexOf(field) + 1).sort((a, b) => a - b);
  const sources = withProfile ? [1, 2] : [2];
  const text = Buffer.from(etag.slice(1), 'latin1');
  const bytes = [0x12, numbers.length, ...numbers, 0x1a, sources.length, ...sources, 0x22, text.length, ...text];
  return `%${Buffer.from(bytes).toString('base64')}`;
}

/** The source's etag within the etag of a person; null for a text that is none. */
export function sourceEtagIn(etag: string): string | null {
  if (!etag.startsWith('%')) return null;
  const bytes = Buffer.from(etag.slice(1), 'base64');
  const text = bytes.subarray(-12).toString('latin1');
  return bytes.at(-13) === 12 ? `#${text}` : null;
}

/** An id of 15 hexadecimal digits, such as a CONTACT source has. */
export function newId(owner: string, kind: string, seq: number): string {
  const bytes = digest(owner, kind, seq);
  return (((bytes[0] ?? 0) % 8) | 8).toString(16) + bytes.toString('hex').slice(2, 16);
}

function digest(owner: string, kind: string, seq: number): Buffer {
  return createHash('sha1')
    .update(`${owner} ${kind} ${String(seq)}`)
    .digest();
}
