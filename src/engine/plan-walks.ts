import type { Stream } from '../connectors/connector';

/** One stream to read and the streams whose tabs its pages fill. */
export interface Walk {
  readonly stream: Stream;
  /** Whether the stream has a tab of its own in this run. */
  readonly own: boolean;
  /** Streams filled from `also`. */
  readonly fed: readonly Stream[];
}

export interface WalkPlan {
  /** In reading order. */
  readonly walks: readonly Walk[];
  /** Streams with a tab in this run, in the connector's order. */
  readonly targets: readonly Stream[];
}

/**
 * What to read so that the chosen streams (none: all that are not optional) get their rows, with as few requests as the
 * connector allows: a stream that lives in others' pages is read from there. Pure.
 */
export function planWalks(streams: readonly Stream[], chosen: readonly string[]): WalkPlan {
  const names = chosen.length > 0 ? chosen : streams.filter((stream) => !stream.optional).map(({ name }) => name);
  const feeders = streams.filter((stream) => names.includes(stream.name) && stream.feeds);
  const covered = new Set(feeders.flatMap((stream) => stream.feeds ?? []));
  const isTarget = (stream: Stream): boolean =>
    !stream.feeds && (names.includes(stream.name) || covered.has(stream.name));
  const targets = streams.filter(isTarget);
  const walks = streams.flatMap((stream): Walk[] => {
    if (!stream.read) return [];
    if (stream.feeds) {
      const fed = targets.filter(({ name }) => stream.feeds?.includes(name));
      return names.includes(stream.name) ? [{ stream, own: false, fed }] : [];
    }
    const own = isTarget(stream) && !covered.has(stream.name);
    const fed = targets.filter(({ name, from }) => !covered.has(name) && from?.includes(stream.name));
    return own || fed.length > 0 ? [{ stream, own, fed }] : [];
  });
  return { walks, targets };
}
