import { isJsonObject, toText, type Json, type JsonObject } from '../../../../local/vendors/json';
import { TIME_HEADER } from '../../../../local/vendors/request-time';
import type { Answer, Kind, Vendor } from '../../../../local/vendors/vendor';
import { VendorClock } from '../../../../local/vendors/vendor-clock';
import { createVendor, defaults, type VendorOptions } from '../../../../local/vendors/vendors';

export const NOW = Date.parse('2026-03-02T09:00:00Z');

/** How a request is sent: signed in unless it says otherwise, at the clock's time unless it says its own. */
export interface Sending {
  readonly authorization?: string;
  readonly at?: number;
  readonly method?: string;
  readonly body?: string;
}

export interface OpenAccount {
  readonly vendor: Vendor;
  readonly clock: VendorClock;
  /** What a path below the account's host answers. */
  ask(target: string, sending?: Sending): Answer;
  /** The body of a path below `/api/v2`; throws when its status is not 200. */
  get(target: string): JsonObject;
  kind(name: string): Kind;
  act(name: string, value?: Json): void;
}

/** A Zendesk account whose clock shows 2 March 2026, without a server around it. */
export function openAccount(options: Partial<VendorOptions['zendesk']> = {}): OpenAccount {
  const clock = new VendorClock();
  clock.set(NOW);
  const vendor = createVendor('zendesk', { ...defaults.zendesk, ...options }, clock);
  const ask: OpenAccount['ask'] = (target, sending = {}) => {
    const { authorization = 'Bearer local-zendesk-bearer', at, method = 'GET', body = '' } = sending;
    const [path = '', rawQuery = ''] = target.split('?');
    const time = at === undefined ? {} : { [TIME_HEADER]: String(at) };
    const headers = { ...(authorization === '' ? {} : { authorization }), ...time };
    return vendor.answer({ method, path, rawQuery, query: new URLSearchParams(rawQuery), headers, body });
  };
  return {
    vendor,
    clock,
    ask,
    get(target) {
      const { status, body } = ask(`/api/v2/${target}`);
      if (status !== 200) throw new Error(`${target} -> ${String(status)} ${body}`);
      return toObject(body);
    },
    kind(name) {
      const kind = vendor.kinds[name];
      if (kind === undefined) throw new Error(`No kind named ${name}`);
      return kind;
    },
    act: (name, value) => void vendor.acts?.[name]?.(value),
  };
}

/** The records of a list in an answer's body. */
export function listOf(body: JsonObject, name: string): readonly JsonObject[] {
  const list = body[name];
  return Array.isArray(list) ? (list as readonly Json[]).filter(isJsonObject) : [];
}

export function toObject(body: string): JsonObject {
  const value: unknown = JSON.parse(body);
  if (!isJsonObject(value)) throw new Error(`Not an object: ${body}`);
  return value;
}

/** Every page of a cursor export from a first query, by its cursors. */
export function walk(account: OpenAccount, path: string, first: string, more: string): readonly JsonObject[] {
  const pages: JsonObject[] = [];
  for (let query = first; ;) {
    const page = account.get(`${path}?${query}${more}`);
    pages.push(page);
    if (page.end_of_stream === true) return pages;
    query = `cursor=${encodeURIComponent(toText(page.after_cursor))}`;
  }
}
