/** `datetime.isoformat()` of an instant without zone: microseconds, and none at all when they are nought. */
export function toIsoFormat(instant: number, micros: number): string {
  const seconds = new Date(instant).toISOString().slice(0, 19);
  return micros === 0 ? seconds : `${seconds}.${String(micros).padStart(6, '0')}`;
}

/** As `jsonify` writes a datetime: RFC 1123, such as `Mon, 02 Feb 2026 10:00:00 GMT`. */
export function toHttpDate(instant: number): string {
  return new Date(instant).toUTCString();
}

/** As SQL's CURRENT_TIMESTAMP is stored in a text column: `2026-02-02 10:00:00`. */
export function toSqlTimestamp(instant: number): string {
  return new Date(instant).toISOString().slice(0, 19).replace('T', ' ');
}
