/** What a `Content-Range` header of an upload says: `bytes 0-99/100`; a `*` stands for what is not told. */
export interface ContentRange {
  /** First and last byte, from 0; null for a question. */
  readonly span: { readonly first: number; readonly last: number } | null;
  /** Null while the length is not known. */
  readonly total: number | null;
}

/** The range that a header names; null when Google could not parse it. */
export function parseContentRange(header: string): ContentRange | null {
  const [, first, last, total] = /^bytes (?:(\d+)-(\d+)|\*)\/(\d+|\*)$/.exec(header.trim()) ?? [];
  if (total === undefined) return null;
  const size = total === '*' ? null : Number(total);
  if (first === undefined || last === undefined) return { span: null, total: size };
  const span = { first: Number(first), last: Number(last) };
  const isPossible = span.first <= span.last && (size === null || span.last < size);
  return isPossible ? { span, total: size } : null;
}
