import type { Random } from '../random';
import { chanceOf, DAY, type Account } from './account';

/** What registration folders are filtered and sorted by; the rest of a folder is made when it is read. */
export interface FolderFacts {
  externalId: string;
  type: string;
  state: string;
  billingState: string;
  controlState: string;
  createdOn: number;
  /** When the source of the folder (such as the state's CPF platform) last changed it. */
  lastUpdate: number;
  /** When Wedof last changed it, for whatever reason. */
  updatedOn: number;
}

export const folderTypes = {
  cpf: 70,
  kairosAif: 3,
  opco: 5,
  opcoCfa: 6,
  company: 8,
  individual: 5,
  poleEmploi: 3,
} as const;

export const folderStates = {
  notProcessed: 4,
  validated: 4,
  waitingAcceptation: 2,
  accepted: 8,
  inTraining: 12,
  terminated: 4,
  serviceDoneDeclared: 6,
  serviceDoneValidated: 42,
  canceledByAttendee: 5,
  canceledByAttendeeNotRealized: 2,
  canceledByOrganism: 3,
  canceledByFinancer: 1,
  rejectedWithoutTitulaireSuite: 3,
  refusedByAttendee: 2,
  refusedByOrganism: 1,
  refusedByFinancer: 1,
} as const;

export const billingStates = ['notBillable', 'depositWait', 'depositPaid', 'toBill', 'billed', 'paid'] as const;

/**
 * The facts of the n-th folder. Folders are created over three years; one in eight was last touched by a bulk import,
 * so that many share one `lastUpdate`.
 */
export function folderFacts(account: Account, index: number, now?: number): FolderFacts {
  const chance = chanceOf(account, 'folder', index);
  const type = chance.weighted(folderTypes);
  if (now !== undefined) return freshFacts(folderId(index, type, now), type, now);
  const state = chance.weighted(folderStates);
  const age = 1095 * DAY * (1 - index / account.folders);
  const createdOn = Math.floor(account.today - age - chance.next() * 2 * DAY);
  const touched = createdOn + chance.next() * Math.min(account.today - createdOn, 300 * DAY);
  const bulk = Math.floor(touched / (30 * DAY)) * 30 * DAY + 7_200_000;
  const lastUpdate = Math.floor(index % 8 === 3 && bulk > createdOn ? bulk : touched);
  const updatedOn = Math.floor(lastUpdate + chance.next() * Math.min(account.today - lastUpdate, 120 * DAY));
  return {
    externalId: folderId(index, type, createdOn),
    type,
    state,
    billingState: billingOf(state, chance),
    controlState: chance.weighted({ notInControl: 95, inControl: 3, released: 2 }),
    createdOn,
    lastUpdate,
    updatedOn,
  };
}

/** Stamps a change: always `updatedOn`; the source's own `lastUpdate` only every second time. */
export function stampFolder(facts: FolderFacts, now: number, turn: number): void {
  facts.updatedOn = now;
  if (turn % 2 === 0) facts.lastUpdate = now;
}

function freshFacts(externalId: string, type: string, now: number): FolderFacts {
  return {
    externalId,
    type,
    state: 'notProcessed',
    billingState: 'notBillable',
    controlState: 'notInControl',
    createdOn: now,
    lastUpdate: now,
    updatedOn: now,
  };
}

function billingOf(state: string, chance: Random): string {
  if (state === 'serviceDoneValidated') return chance.weighted({ toBill: 15, billed: 20, paid: 65 });
  if (['accepted', 'inTraining', 'terminated', 'serviceDoneDeclared'].includes(state)) {
    return chance.weighted({ depositWait: 30, depositPaid: 50, notBillable: 20 });
  }
  return 'notBillable';
}

/**
 * The number of a folder. Those of the CPF have 14 digits; the others are letters, dashes and underscores, texts that
 * look like numbers (leading zeros, exponents), or longer than a number can hold.
 */
function folderId(index: number, type: string, createdOn: number): string {
  const serial = String(index + 1);
  switch (type) {
    case 'cpf':
      return new Date(createdOn).getUTCFullYear().toString() + String(index * 37 + 1).padStart(10, '0');
    case 'kairosAif':
      return `${serial}E${String(10 + (index % 80))}`;
    case 'opco':
      return `OPCO-${serial}_${'abxyz'.charAt(index % 5)}`;
    case 'opcoCfa':
      return `CFA_${serial.padStart(6, '0')}-K`;
    case 'company':
      return `ENT-${serial}`;
    case 'individual':
      return `00${serial.padStart(8, '0')}`;
    default:
      return `9${serial.padStart(18, '0')}`;
  }
}
