import type { JsonObject } from '../../../local/vendors/json';
import type { Answer, Vendor } from '../../../local/vendors/vendor';
import { VendorClock } from '../../../local/vendors/vendor-clock';
import { createVendor, defaults, type VendorName, type VendorOptions } from '../../../local/vendors/vendors';

/** A vendor whose clock stands at 2 March 2026, without a server around it. */
export function vendorOf<N extends VendorName>(name: N, options: Partial<VendorOptions[N]> = {}): Vendor {
  const clock = new VendorClock();
  clock.set(Date.parse('2026-03-02T09:00:00Z'));
  return createVendor(name, { ...defaults[name], ...options }, clock);
}

/** What the vendor answers to a signed-in GET of a path with its query. */
export function ask(vendor: Vendor, target: string): Answer {
  const [path = '', rawQuery = ''] = target.split('?');
  return vendor.answer({ method: 'GET', path, rawQuery, query: new URLSearchParams(rawQuery), headers: {}, body: '' });
}

/** The records of a list that answers with a bare array. */
export function listOf(vendor: Vendor, target: string): readonly JsonObject[] {
  return JSON.parse(ask(vendor, target).body) as readonly JsonObject[];
}
