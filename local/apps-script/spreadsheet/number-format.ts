/** What Range.getNumberFormat answers for a cell whose format is automatic. */
export const AUTOMATIC = '0.###############';
/** Plain text: what is typed stays as typed. */
export const TEXT = '@';

const kinds = new Map<string, boolean>();

/** Whether a number shown in this format is a date, a time or a duration, so that getValues answers a Date. */
export function isDateFormat(format: string | undefined): boolean {
  if (format === undefined) return false;
  let known = kinds.get(format);
  if (known === undefined) kinds.set(format, (known = readKind(format)));
  return known;
}

/** The format to keep for what a script asks: null (automatic) for `general` and the automatic format itself. */
export function toStoredFormat(format: string): string | null {
  return format === '' || /^(general|automatic)$/i.test(format) || format === AUTOMATIC ? null : format;
}

function readKind(format: string): boolean {
  // Literal text cannot make a format a date: quotes, escapes and brackets such as [$€] or [Red]; [h] is elapsed hours.
  const bare = format
    .replace(/"[^"]*"/g, '')
    .replace(/\\./g, '')
    .replace(/\[(h+|m+|s+)\]/gi, '$1')
    .replace(/\[[^\]]*\]/g, '');
  return bare !== TEXT && /[ymdhs]/i.test(bare) && !/general/i.test(bare);
}
