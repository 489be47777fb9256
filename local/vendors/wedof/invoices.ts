import { Collection } from '../collection';
import type { JsonObject } from '../json';
import { DAY, toHref, toIso, type Account } from './account';
import { billNumber, folderPrice, type RegistrationFolders } from './registration-folders';

/** The folder an invoice is for, by index. */
export interface InvoiceFacts {
  readonly folder: number;
}

/** The invoices of the folders that were billed at the start. Their fields are an assumption: none are documented. */
export function createInvoices(account: Account, folders: RegistrationFolders): Collection<InvoiceFacts> {
  const billed = folders.slots.filter((slot) => billNumber(slot) !== null).map(({ index }) => index);
  return new Collection<InvoiceFacts>({
    size: billed.length,
    facts: (index) => ({ folder: billed[index] ?? 0 }),
    key: ({ index }) => String(80_000 + index),
    build: ({ index, facts }) => invoice(account, folders, index, facts.folder),
    edit: (turn) => ({ comment: `Relance ${String(turn)}` }),
  });
}

function invoice(account: Account, folders: RegistrationFolders, index: number, folder: number): JsonObject {
  const slot = folders.at(folder);
  const price = folderPrice(account, folder);
  return {
    id: 80_000 + index,
    number: slot === undefined ? null : billNumber(slot),
    amountTtc: price,
    amountHt: Math.round((price / 1.2) * 100) / 100,
    state: slot?.facts.billingState === 'paid' ? 'paid' : 'waiting',
    issueDate: slot === undefined ? null : toIso(slot.facts.lastUpdate).slice(0, 10),
    dueDate: slot === undefined ? null : toIso(slot.facts.lastUpdate + 30 * DAY),
    comment: index % 3 === 0 ? undefined : '',
    _links: { registrationFolder: slot && { href: toHref('registrationFolders', slot.facts.externalId) } },
  };
}
