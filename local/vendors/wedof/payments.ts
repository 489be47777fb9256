import type { Slot } from '../collection';
import type { JsonObject } from '../json';
import { chanceOf, DAY, toHref, toIso, type Account } from './account';
import type { FolderFacts } from './folder-facts';
import { Nested, type Family } from './nested';
import { folderPrice, type RegistrationFolders } from './registration-folders';

/** The payments of registration folders: a deposit, a balance, or both. Their fields are an assumption. */
export interface Payments {
  readonly kind: Nested<FolderFacts>;
  readonly family: Family<FolderFacts>;
}

export function createPayments(account: Account, parents: RegistrationFolders): Payments {
  const family: Family<FolderFacts> = {
    parents,
    path: (slot) => `/api/payments?registrationFolderId=${encodeURIComponent(slot.facts.externalId)}`,
    children: (slot) => paymentsOf(account, slot),
  };
  const kind = new Nested<FolderFacts>(family, undefined, (turn, now, silent) => ({
    state: turn % 2 === 0 ? 'issued' : 'rejected',
    ...(silent ? {} : { updatedOn: toIso(now) }),
  }));
  return { kind, family };
}

function paymentsOf(account: Account, slot: Slot<FolderFacts>): readonly JsonObject[] {
  const { billingState } = slot.facts;
  const price = folderPrice(account, slot.index);
  const deposit = Math.round(price * 25) / 100;
  switch (billingState) {
    case 'depositWait':
      return [payment(account, slot, 0, deposit)];
    case 'depositPaid':
      return [payment(account, slot, 0, deposit)];
    case 'billed':
    case 'paid':
      return slot.index % 3 === 0
        ? [payment(account, slot, 1, price)]
        : [payment(account, slot, 0, deposit), payment(account, slot, 1, price - deposit)];
    default:
      return [];
  }
}

function payment(account: Account, { index, facts }: Slot<FolderFacts>, part: 0 | 1, amount: number): JsonObject {
  const chance = chanceOf(account, 'payment', index * 2 + part);
  const due = facts.billingState === 'depositWait' || (facts.billingState === 'billed' && part === 1);
  const scheduled = facts.lastUpdate + chance.int(1, 45) * DAY;
  return {
    id: 7_000_000 + index * 2 + part,
    type: part === 0 ? 'deposit' : 'bill',
    state: due ? 'waiting' : 'issued',
    amount: Math.round(amount * 100) / 100,
    scheduledDate: toIso(scheduled),
    paidDate: due ? null : toIso(scheduled).slice(0, 10),
    reference: index % 4 === 0 ? undefined : `00${chance.digits(10)}`,
    updatedOn: toIso(facts.updatedOn),
    _links: {
      registrationFolder: { href: toHref('registrationFolders', facts.externalId) },
    },
  };
}
