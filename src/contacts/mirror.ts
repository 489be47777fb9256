import * as v from 'valibot';
import type { Workbook } from '../platform/services';
import type { Contact } from './contact';
import { openRecordTab, removeRecordTab } from './record-tab';

/** All contacts as Google last showed them, linked or not: Google only tells what changed, and a new row may be anyone's. */
export interface Mirror {
  /** Which copy it is: another one after somebody deleted its tab. */
  id(): number;
  /** Whether every record in it can be read. */
  readonly isWhole: boolean;
  contacts(): readonly Contact[];
  has(source: string): boolean;
  find(source: string): Contact | undefined;
  /** Stores contacts as they are now, by the ids of their data; null forgets one. */
  put(changes: ReadonlyMap<string, Contact | null>): void;
}

/** The mirror in its hidden tab; `isDry`: what it is told is forgotten with the execution. */
export function openMirror(workbook: Workbook, isDry = false): Mirror {
  const tab = openRecordTab(workbook, PLACE);
  const contacts = new Map<string, Contact>();
  for (const [source, value] of tab.records) {
    const read = v.safeParse(STORED, value);
    if (read.success) contacts.set(source, { source, ...read.output });
  }
  return {
    id: () => tab.id,
    isWhole: contacts.size === tab.records.size,
    contacts: () => [...contacts.values()],
    has: (source) => contacts.has(source),
    find: (source) => contacts.get(source),
    put(changes) {
      if (!isDry) tab.put(changes);
      for (const [source, contact] of changes) {
        if (contact) contacts.set(source, contact);
        else contacts.delete(source);
      }
    },
  };
}

/** Forgets all contacts. */
export function removeMirror(workbook: Workbook): void {
  removeRecordTab(workbook, PLACE);
}

const PLACE = {
  tag: 'sync.contacts.google',
  name: '_google_index',
  note: 'Sync: the contacts as Google last showed them. Please leave it as it is.',
};

const TEXTS = v.array(v.string());

const STORED = v.object({
  ref: v.string(),
  former: TEXTS,
  updatedAt: v.number(),
  groups: TEXTS,
  tag: v.string(),
  family: v.string(),
  given: v.string(),
  emails: TEXTS,
  phones: TEXTS,
  addresses: v.array(v.object({ street: v.string(), city: v.string(), postcode: v.string() })),
  jobs: v.array(v.object({ company: v.string(), title: v.string() })),
});
