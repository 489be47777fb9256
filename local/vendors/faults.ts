/** What goes wrong, how often, on which requests. Several ways can be combined, such as a status with a header. */
export interface Fault {
  /** A part of the path and query, as sent; '' is every request. */
  readonly match: string;
  /** How many matching requests pass unharmed first. */
  readonly after?: number;
  /** How many are hit then; default 1. */
  readonly times?: number | 'always';
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent instead of the answer. */
  readonly body?: string;
  /** Sends a maintenance page in HTML, with status 200 unless one is given. */
  readonly html?: boolean;
  /** Sends the first half of the answer only, as a complete response. */
  readonly truncate?: boolean;
  /** Waits before answering. */
  readonly slowMs?: number;
  /** Never answers. */
  readonly hang?: boolean;
  /** Closes the connection without a word. */
  readonly reset?: boolean;
  /** Sends no body at all. */
  readonly empty?: boolean;
  /** Sends the answer compressed, and says so. */
  readonly gzip?: boolean;
}

/** The faults that are waiting for requests, in the order they were asked for. */
export class Faults {
  private waiting: { readonly fault: Fault; after: number; times: number }[] = [];

  add(fault: Fault): void {
    const times = fault.times === 'always' ? Infinity : (fault.times ?? 1);
    this.waiting.push({ fault, after: fault.after ?? 0, times });
  }

  clear(): void {
    this.waiting = [];
  }

  /** The fault that hits a request, if any; the first that matches and is due, and it is used up by one. */
  take(target: string): Fault | undefined {
    for (const entry of this.waiting) {
      if (!target.includes(entry.fault.match)) continue;
      if (entry.after-- > 0) continue;
      if (--entry.times <= 0) this.waiting = this.waiting.filter((other) => other !== entry);
      return entry.fault;
    }
    return undefined;
  }
}
