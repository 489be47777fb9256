/** One request to the API (requests to control are not counted). */
export interface LoggedRequest {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  /** 0 when the connection was closed or left open instead of answered. */
  readonly status: number;
}

/** What the server was asked, for tests and demos that count; it never holds a header, so never a key. */
export class RequestLog {
  requests: LoggedRequest[] = [];
  /** What no client may ever do: a write, or a key in an address. */
  violations: string[] = [];
  private counts: Record<string, number> = {};

  add(request: LoggedRequest, route: string): void {
    this.requests.push(request);
    this.counts[route] = (this.counts[route] ?? 0) + 1;
  }

  clear(): void {
    this.requests = [];
    this.violations = [];
    this.counts = {};
  }

  report(): object {
    return { requests: this.requests, counts: this.counts, violations: this.violations };
  }
}
