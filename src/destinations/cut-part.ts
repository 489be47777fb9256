import { utf8Seek } from '../core/utf8';
import type { UploadPart } from '../platform/services';

/** Google takes pieces of whole multiples of 256 KiB, but for the last (developers.google.com, Drive, resumable upload). */
const UNIT = 256 * 1024;
/** The most that one request sends, in bytes. */
export const LARGEST_PART = 16 * UNIT;

/**
 * The part of a file to send after its first `received` bytes, out of a text that begins at byte `base` and has more than
 * `LARGEST_PART` bytes left. Its length is a multiple of 256 KiB.
 */
export function cutPart(text: string, base: number, received: number): UploadPart {
  const skip = received - base;
  const begin = utf8Seek(text, skip);
  let size = LARGEST_PART;
  let end = utf8Seek(text, skip + size);
  // A part that ends between two characters travels as text, without the slow way through an array of bytes.
  for (let shorter = size - UNIT; shorter > 0 && end.bytes !== skip + size; shorter -= UNIT) {
    const earlier = utf8Seek(text, skip + shorter);
    if (earlier.bytes === skip + shorter) [size, end] = [shorter, earlier];
  }
  const stop = end.bytes === skip + size ? end.index : nextCharacter(text, end.index);
  return { first: received, text: text.slice(begin.index, stop), lead: skip - begin.bytes, size, total: null };
}

/** The last part of a file of `total` bytes, after its first `received`, out of a text that begins at byte `base`. */
export function cutLastPart(text: string, base: number, received: number, total: number): UploadPart {
  const begin = utf8Seek(text, received - base);
  const lead = received - base - begin.bytes;
  return { first: received, text: text.slice(begin.index), lead, size: total - received, total };
}

function nextCharacter(text: string, index: number): number {
  return index + ((text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1);
}
