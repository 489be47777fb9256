import { currentOf, type ContactRecord } from './contact-book';
import { settle, write, type Desk } from './contact-records';
import { newId } from './etags';

/** How a contact changes its name. */
export interface RenameOptions {
  /** The new name; one such as a profile gives by default. */
  readonly to?: string;
  /** Whether its CONTACT source changes its id too; it stays by default. */
  readonly newSource?: boolean;
  /** Virtual milliseconds after which deltas tell that the old name is deleted: at once by default, null for never. */
  readonly tombstoneAfter?: number | null;
}

/** Gives a contact another resource name and returns it; the former one still finds the contact. */
export function renameContact(desk: Desk, record: ContactRecord, options: RenameOptions): string {
  const { book, now } = desk;
  const { newSource = false, tombstoneAfter = 0 } = options;
  const { resourceName: old, fields } = currentOf(record);
  const { sourceId } = record;
  const id = newId(book.owner, 'contact', book.lastSeq + 1);
  const number = BigInt(`0x${id}`).toString();
  const name = options.to ?? `people/${newSource ? 'c' : '1'}${number}`;
  if (newSource) record.sourceId = id;
  record.formerNames.push(old);
  book.names[name] = record.key;
  write(desk, record, fields, name);
  if (tombstoneAfter !== null) book.pending.push({ at: now + tombstoneAfter, resourceName: old, sourceId });
  settle(desk);
  return name;
}
