const DAY_MS = 86_400_000;
/** Days from Sheets' epoch (1899-12-30) to 1970-01-01. */
const EPOCH_DAYS = 25569;

/** The serial number of an instant (milliseconds since 1970), shown as the wall clock `offset` minutes ahead of UTC. */
export function toSerial(ms: number, offset: number): number {
  return (ms + offset * 60_000) / DAY_MS + EPOCH_DAYS;
}

/** The instant that a serial number shows on the wall clock that is `offset` minutes ahead of UTC then. */
export function toInstant(serial: number, offset: (ms: number) => number): number {
  const local = Math.round((serial - EPOCH_DAYS) * DAY_MS);
  const near = local - offset(local) * 60_000;
  return local - offset(near) * 60_000;
}
