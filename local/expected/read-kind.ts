import type { JsonObject } from '../vendors/json';
import type { StartedVendor } from '../vendors/start-vendor';

/** All records of one kind that a vendor's server has. */
export interface KindState {
  readonly records: readonly JsonObject[];
  /** For records that are served below another: the path of each. */
  readonly parents: readonly string[];
}

/**
 * Asks a vendor's server for its own records of a kind, past everything that its API leaves out or spoils: all of them, or
 * those from one place (included) to another (excluded).
 */
export async function readKind(vendor: StartedVendor, kind: string, from?: number, to?: number): Promise<KindState> {
  const range = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  const { records, parents } = (await vendor.control({ op: 'state', kind, ...range })) as Partial<KindState>;
  return { records: records ?? [], parents: parents ?? [] };
}
