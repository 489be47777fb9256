/**
 * The time of a vendor's server, for its `Date` header and the stamps it writes. It follows the machine's clock until
 * it is set or advanced; from then on it stands still.
 */
export class VendorClock {
  private fixed: number | undefined;

  /** Milliseconds since 1970. */
  now(): number {
    return this.fixed ?? Date.now();
  }

  /** Stops the clock at an instant; undefined lets it follow the machine again. */
  set(now: number | undefined): void {
    this.fixed = now;
  }

  advance(ms: number): void {
    this.fixed = this.now() + ms;
  }
}
