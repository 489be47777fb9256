import { isJsonObject, type Json, type JsonObject } from './json';
import type { Fault, Faults } from './faults';
import type { RequestLog } from './request-log';
import type { Answer, Kind, Picks, Vendor } from './vendor';
import type { VendorClock } from './vendor-clock';

/** What control acts on: the parts of one running server. */
export interface Controlled {
  vendor: Vendor;
  apiKey: string;
  moving: (Moving & { served: number }) | undefined;
  readonly faults: Faults;
  readonly log: RequestLog;
  readonly clock: VendorClock;
  /** Puts the server back as it was started: records, key, statuses, clock, faults, log. */
  reset(): void;
}

/** Records change between the pages of a list: after every `everyPages` pages served (0: never again). */
export interface Moving {
  readonly kind: string;
  readonly everyPages: number;
  readonly what: 'update' | 'insert' | 'remove';
}

/** Everything control understands; instants are ISO 8601 texts. */
export type ControlRequest =
  | { readonly op: 'state'; readonly kind?: string; readonly from?: number; readonly to?: number }
  | { readonly op: 'log' }
  | { readonly op: 'reset' }
  | { readonly op: 'clock'; readonly now?: string; readonly advanceMs?: number }
  | ({ readonly op: 'update' | 'updateSilently'; readonly kind: string; readonly set?: JsonObject } & Picks)
  | { readonly op: 'create'; readonly kind: string; readonly count?: number; readonly set?: JsonObject }
  | ({ readonly op: 'remove'; readonly kind: string } & Picks)
  | { readonly op: 'refuse'; readonly kind: string; readonly status: number }
  | ({ readonly op: 'fault' } & Fault)
  | { readonly op: 'clearFaults' }
  | ({ readonly op: 'moveWhilePaging' } & Moving)
  | { readonly op: 'rotateKey'; readonly apiKey: string }
  | { readonly op: 'act'; readonly act: string; readonly value?: Json };

/** Records that are still to be read: 60,000 folders at once would take two gigabytes. */
export class RecordSlice {
  constructor(
    private readonly kind: Kind,
    private readonly from: number,
    private readonly to: number,
  ) {}

  /** The records as the parts of a JSON list. */
  *toJsonParts(): Generator<string> {
    yield '[';
    for (let at = this.from; at < this.to; at += 500) {
      const records = this.kind.records(at, Math.min(at + 500, this.to)).map((record) => JSON.stringify(record));
      yield (at > this.from ? ',' : '') + records.join(',');
    }
    yield ']';
  }
}

/** Carries out one request to control and returns what it answers; throws an Error that says what is wrong with it. */
export function control(on: Controlled, request: ControlRequest): object {
  const now = on.clock.now();
  switch (request.op) {
    case 'state':
      return request.kind === undefined ? overview(on) : state(kindOf(on, request.kind), request.from, request.to);
    case 'log':
      return on.log.report();
    case 'reset':
      on.reset();
      return {};
    case 'clock':
      return setClock(on.clock, request.now, request.advanceMs);
    case 'update':
    case 'updateSilently':
      return { keys: kindOf(on, request.kind).update(request, request.set, now, request.op === 'updateSilently') };
    case 'create':
      return { keys: kindOf(on, request.kind).create(request.count ?? 1, request.set, now) };
    case 'remove':
      return { keys: kindOf(on, request.kind).remove(request) };
    case 'refuse':
      return refuse(on.vendor, request.kind, request.status);
    case 'fault':
      on.faults.add(request);
      return {};
    case 'clearFaults':
      on.faults.clear();
      return {};
    case 'moveWhilePaging':
      kindOf(on, request.kind);
      on.moving = request.everyPages > 0 ? { ...request, served: 0 } : undefined;
      return {};
    case 'rotateKey':
      on.apiKey = request.apiKey;
      return {};
    case 'act':
      return act(on.vendor, request.act, request.value);
    default:
      throw new Error(`Unknown op: ${JSON.stringify(request)}`);
  }
}

/** Reads the body of a request to control; throws when it is not an object with an `op`. */
export function toControlRequest(body: string): ControlRequest {
  const request: unknown = JSON.parse(body);
  if (!isJsonObject(request) || typeof request.op !== 'string') throw new Error('Expected {"op": "..."}');
  // Each op checks the names it is given; the rest of the shape is the caller's, typed by ControlRequest.
  return request as unknown as ControlRequest;
}

/** Lets a record move after a page of a list has been served: a new one, or one of those that were on the page. */
export function moveAfterPage(on: Controlled, page: NonNullable<Answer['page']>): void {
  const moving = on.moving;
  if (moving?.kind !== page.list) return;
  moving.served++;
  if (moving.served % moving.everyPages !== 0) return;
  const kind = kindOf(on, page.list);
  const onPage = page.keys();
  const picked = onPage.slice(Math.floor(onPage.length / 2)).slice(0, 1);
  if (moving.what === 'insert') kind.create(1, undefined, on.clock.now());
  else if (moving.what === 'remove') kind.remove({ keys: picked });
  else kind.update({ keys: picked }, undefined, on.clock.now(), false);
}

function overview(on: Controlled): object {
  const kinds = Object.entries(on.vendor.kinds).map(([name, kind]) => [name, kind.size()]);
  return {
    vendor: on.vendor.name,
    now: new Date(on.clock.now()).toISOString(),
    kinds: Object.fromEntries(kinds) as Record<string, number>,
    statuses: Object.fromEntries(on.vendor.statuses),
  };
}

function state(kind: Kind, from = 0, to = Infinity): object {
  const end = Math.min(to, kind.size());
  return { total: kind.size(), parents: kind.parents?.(from, end), records: new RecordSlice(kind, from, end) };
}

function setClock(clock: VendorClock, now?: string, advanceMs?: number): object {
  if (now !== undefined) {
    const instant = Date.parse(now);
    if (Number.isNaN(instant)) throw new Error(`Not an instant: ${now}`);
    clock.set(instant);
  }
  if (advanceMs !== undefined) clock.advance(advanceMs);
  return { now: new Date(clock.now()).toISOString() };
}

function refuse(vendor: Vendor, kind: string, status: number): object {
  if (!vendor.statuses.has(kind)) {
    throw new Error(`No list named ${kind}; there are ${[...vendor.statuses.keys()].join(', ')}`);
  }
  vendor.statuses.set(kind, status);
  return {};
}

function act({ acts = {} }: Vendor, name: string, value: Json | undefined): object {
  const chosen = acts[name];
  if (chosen === undefined) throw new Error(`No act named ${name}; there are ${Object.keys(acts).join(', ')}`);
  return chosen(value);
}

function kindOf(on: Controlled, name: string): Kind {
  const kind = on.vendor.kinds[name];
  if (kind === undefined)
    throw new Error(`No kind named ${name}; there are ${Object.keys(on.vendor.kinds).join(', ')}`);
  return kind;
}
