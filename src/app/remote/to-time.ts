/** An instant (milliseconds since 1970) as callers read it: ISO 8601, UTC, in whole seconds. */
export function toTime(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z');
}
