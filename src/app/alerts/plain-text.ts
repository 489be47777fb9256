/**
 * A text of unknown origin on one line of `longest` characters at most: control characters and those that turn the direction of
 * writing become blanks, what is cut ends in `…`.
 */
export function toLine(text: string, longest: number): string {
  const line = text.replace(UNSAFE, ' ').replace(/ {2,}/g, ' ').trim();
  // Not between the halves of a surrogate pair.
  return line.length <= longest ? line : `${line.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

// eslint-disable-next-line no-control-regex -- these are what is looked for
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;
