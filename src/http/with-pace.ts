import type { Pace, SignIn } from '../connectors/connector';
import { BusyError } from '../core/errors';
import type { Clock, Send } from '../platform/services';
import { advice } from './advice';
import { LONGEST_WAIT } from './longest-wait';

/** When the latest requests of each pace were sent, in milliseconds since 1970, oldest first. */
export type Sent = Readonly<Record<string, readonly number[]>>;

/** Keeps them from one execution to the next, for paces that allow more than one request. */
export interface Pacing {
  read(): Sent;
  write(sent: Sent): void;
}

/** What keeping a pace needs; `deadline` is in milliseconds since 1970. */
export interface PaceOptions extends Pick<SignIn, 'base' | 'paces'> {
  readonly pacing: Pacing;
  readonly title: string;
  readonly clock: Clock;
  readonly deadline: number;
}

/**
 * `send`, each request as soon as every pace that applies to it allows. Throws `BusyError`, and sends nothing, when that is
 * in over 30 seconds or past the deadline.
 */
export function withPace(send: Send, options: PaceOptions): Send {
  const { base, paces, pacing, clock } = options;
  const bursts = paces.filter(isBurst);
  let sent: Sent | null = null;
  return (request) => {
    sent ??= bursts.length === 0 ? {} : pacing.read();
    const below = request.url.slice(base.length);
    const own = paces.filter((pace) => (pace.paths ?? ['']).some((path) => below.startsWith(path)));
    waitForTurn(own, sent, request.url, options);
    const now = clock.now();
    for (const pace of own) sent = { ...sent, [nameOf(pace)]: [...recent(pace, sent, now), now] };
    const kept = bursts.map((pace) => [nameOf(pace), recent(pace, sent ?? {}, now)] as const);
    // Before it is sent, so that it counts even when this execution is killed meanwhile.
    if (own.some(isBurst)) pacing.write(Object.fromEntries(kept));
    return send(request);
  };
}

/** Milliseconds: no request takes the same time to arrive as another, and the limit counts arrivals. */
const LATENCY = 500;

const isBurst = ({ requests }: Pace): boolean => requests > 1;

function nameOf({ requests, ms, paths = [] }: Pace): string {
  return `${String(requests)}/${String(ms)}${paths.join(',')}`;
}

function windowOf(pace: Pace): number {
  return isBurst(pace) ? pace.ms + LATENCY : pace.ms;
}

/** The times that still count; one far in the future comes from a clock that was wrong. */
function recent(pace: Pace, sent: Sent, now: number): readonly number[] {
  return (sent[nameOf(pace)] ?? []).filter((at) => Math.abs(now - at) < windowOf(pace));
}

function waitForTurn(own: readonly Pace[], sent: Sent, url: string, { title, clock, deadline }: PaceOptions): void {
  const now = clock.now();
  const turns = own.map((pace) => ({ pace, until: turnOf(pace, recent(pace, sent, now)) }));
  const [last] = turns.sort((a, b) => b.until - a.until);
  if (last === undefined || last.until <= now) return;
  if (last.until - now > LONGEST_WAIT || last.until > deadline) {
    const message = `${url} not sent yet, to keep the pace ${nameOf(last.pace)}`;
    throw new BusyError(last.until, message, advice.pace(title, last.pace), true);
  }
  clock.sleep(last.until - now);
}

/** When the pace allows one more request. */
function turnOf(pace: Pace, times: readonly number[]): number {
  const oldest = times[times.length - pace.requests];
  return oldest === undefined ? 0 : oldest + windowOf(pace);
}
