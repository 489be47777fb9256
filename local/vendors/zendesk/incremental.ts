import type { Slot } from '../collection';
import type { JsonObject } from '../json';
import { HOST, toSeconds, type Placed } from './account';
import type { Cursors } from './cursors';
import { invalid } from './refusal';
import type { Timeline } from './timeline';

/** What both kinds of exports ask of a request. */
export interface ExportAsked<F extends Placed> {
  /** Below `/api/v2`, without `.json`. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly timeline: Timeline<F>;
  /** Whether changes of the last minute are held back (developer.zendesk.com, Incremental Exports). */
  readonly holdsBack: boolean;
  /** 400, or 422 as older accounts answer. */
  readonly tooRecentStatus: number;
  wants(slot: Slot<F>): boolean;
}

export interface ExportPage<F> {
  readonly slots: readonly Slot<F>[];
  /** The keys that stand beside the records. */
  readonly envelope: JsonObject;
}

/** A page by cursor, or by start time on the first call; when both are sent the cursor wins. Throws a Refusal. */
export function cursorPage<F extends Placed>(asked: ExportAsked<F>, cursors: Cursors): ExportPage<F> {
  const { query, timeline, path } = asked;
  const cursor = query.get('cursor');
  const from = cursor === null ? { at: startTime(asked), id: 0 } : cursors.read(cursor);
  const size = pageSize(query);
  const slots: Slot<F>[] = [];
  for (const slot of walk(timeline, timeline.after(from.at, from.id), untilOf(asked))) {
    if (slots.length === size) break;
    if (asked.wants(slot)) slots.push(slot);
  }
  const before = { before_url: null, before_cursor: null };
  const last = slots.at(-1);
  if (last === undefined) {
    return { slots, envelope: { after_url: null, after_cursor: null, ...before, end_of_stream: true } };
  }
  const { cursor: next, isRepeated } = cursors.make(last.facts, cursor);
  const address = withQuery(path, query, { start_time: null, cursor: next });
  const isEnd = slots.length < size && !isRepeated;
  return { slots, envelope: { after_url: address, after_cursor: next, ...before, end_of_stream: isEnd } };
}

/**
 * A page by time: the next one begins in the second in which this one ends, so that what changed in that second comes twice.
 * A page takes in all of its last second, up to the largest size: with more than that in one second it leads to itself.
 */
export function timePage<F extends Placed>(asked: ExportAsked<F>): ExportPage<F> {
  const { query, timeline, path } = asked;
  const size = pageSize(query);
  const slots: Slot<F>[] = [];
  let isEnd = true;
  for (const slot of walk(timeline, timeline.after(startTime(asked), 0), untilOf(asked))) {
    if (!asked.wants(slot)) continue;
    isEnd = slots.length < size || (slots.length < MAX_PAGE && slot.facts.at === slots.at(-1)?.facts.at);
    if (!isEnd) break;
    slots.push(slot);
  }
  const last = slots.at(-1);
  const end = last === undefined ? null : last.facts.at;
  const next = end === null ? null : withQuery(path, query, { start_time: String(end) });
  return { slots, envelope: { next_page: next, count: slots.length, end_of_stream: isEnd, end_time: end } };
}

const MAX_PAGE = 1000;

function* walk<F extends Placed>(timeline: Timeline<F>, position: number, until: number): Generator<Slot<F>> {
  const { slots } = timeline;
  for (let at = position; at < slots.length; at++) {
    const slot = slots[at];
    if (slot === undefined || slot.facts.at > until) return;
    yield slot;
  }
}

function untilOf({ holdsBack, now }: Pick<ExportAsked<Placed>, 'holdsBack' | 'now'>): number {
  return holdsBack ? toSeconds(now) - 60 : Infinity;
}

function startTime({
  query,
  now,
  tooRecentStatus,
}: Pick<ExportAsked<Placed>, 'query' | 'now' | 'tooRecentStatus'>): number {
  const text = query.get('start_time') ?? '';
  if (!/^\d+$/.test(text)) throw invalid('start_time is required and must be a whole number of seconds.');
  if (Number(text) > toSeconds(now) - 60) {
    const description = 'Too recent start_time. Use a start_time older than 1 minute.';
    throw invalid(description, tooRecentStatus, 'StartTimeTooRecent');
  }
  return Number(text);
}

function pageSize(query: URLSearchParams): number {
  const text = query.get('per_page') ?? String(MAX_PAGE);
  if (!/^[1-9]\d*$/.test(text)) throw invalid('per_page must be a whole number from 1 to 1000.');
  return Math.min(Number(text), MAX_PAGE);
}

/** The same request with other parameters, on the account's own host whatever host was asked. */
function withQuery(path: string, query: URLSearchParams, set: Readonly<Record<string, string | null>>): string {
  const next = new URLSearchParams(query);
  for (const [name, value] of Object.entries(set)) {
    if (value === null) next.delete(name);
    else next.set(name, value);
  }
  return `${HOST}/api/v2${path}.json?${next.toString()}`;
}
