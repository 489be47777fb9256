import * as v from 'valibot';
import type { Workbook } from '../platform/services';
import { FIELDS, toFields } from './fields';
import type { Link } from './link';
import { openRecordTab, removeRecordTab } from './record-tab';

/** What both sides agreed on last, client by client. */
export interface Ledger {
  /** In the order of their ids. */
  links(): readonly Link[];
  find(id: string): Link | undefined;
  /** Stores links as they are now; null forgets one. */
  put(changes: ReadonlyMap<string, Link | null>): void;
}

/** The ledger in its hidden tab. A link that cannot be read any more is none: its row and its contact find each other anew. */
export function openLedger(workbook: Workbook): Ledger {
  const tab = openRecordTab(workbook, PLACE);
  const links = new Map<string, Link>();
  for (const [id, value] of tab.records) {
    const read = v.safeParse(STORED, value);
    if (read.success) links.set(id, toLink(id, read.output));
  }
  return {
    links: () => [...links.values()],
    find: (id) => links.get(id),
    put(changes) {
      tab.put(new Map([...changes].map(([id, link]) => [id, link && toStored(link)])));
      for (const [id, link] of changes) {
        if (link) links.set(id, link);
        else links.delete(id);
      }
    },
  };
}

/** Forgets all links. */
export function removeLedger(workbook: Workbook): void {
  removeRecordTab(workbook, PLACE);
}

const PLACE = {
  tag: 'sync.contacts.links',
  name: '_sync_contacts',
  note: 'Sync: which row belongs to which contact, and what both sides agreed on last. Please leave it as it is.',
};

const STORED = v.object({
  ref: v.string(),
  source: v.string(),
  state: v.picklist(['linked', 'creating', 'goneInGoogle', 'goneInSheet', 'archived']),
  since: v.number(),
  syncedAt: v.number(),
  /** The values in the order of `FIELDS`. */
  base: v.pipe(v.array(v.string()), v.length(FIELDS.length)),
  left: v.array(v.string()),
  writes: v.array(v.tuple([v.picklist(FIELDS), v.number(), v.string()])),
  problem: v.string(),
});

function toStored({
  ref,
  source,
  state,
  since,
  syncedAt,
  base,
  left,
  writes,
  problem,
}: Link): v.InferOutput<typeof STORED> {
  return {
    ...{ ref, source, state, since, syncedAt, problem, left: [...left] },
    base: FIELDS.map((field) => base[field]),
    writes: writes.map(({ field, at, key }) => [field, at, key]),
  };
}

function toLink(id: string, { base, writes, ...rest }: v.InferOutput<typeof STORED>): Link {
  return {
    ...{ id, ...rest },
    base: toFields((field) => base[FIELDS.indexOf(field)] ?? ''),
    writes: writes.map(([field, at, key]) => ({ field, at, key })),
  };
}
