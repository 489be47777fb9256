import { Collection } from '../collection';
import type { JsonObject } from '../json';
import { cycle } from '../cycle';
import { chanceOf, DAY, type Account } from './account';
import { type RegistrationFolders } from './registration-folders';

export const financers = ['opcoCfaAkto', 'opcoCfaEp', 'opcoCfaOpcommerce', 'opcoCfaMobilites', 'opcoCfaAtlas'] as const;

export const contractStates = [
  'draft',
  'sent',
  'pendingAcceptation',
  'accepted',
  'cancelled',
  'refused',
  'broken',
  'completed',
] as const;

export interface ContractFacts {
  /** The registration folder, by index: one contract for each that is an apprenticeship. */
  readonly folder: number;
  readonly financer: string;
  readonly state: string;
  updatedOn: number;
}

/**
 * Apprenticeship contracts. Their nested objects hold a social security number and bank accounts, which no copy may
 * keep; one of them sits in a list, where a copy as JSON text would carry it along.
 */
export function createWorkingContracts(account: Account, folders: RegistrationFolders): Collection<ContractFacts> {
  const apprentices = folders.slots.filter(({ facts }) => facts.type === 'opcoCfa').map(({ index }) => index);
  return new Collection<ContractFacts>({
    size: apprentices.length,
    facts: (index, now) => ({
      folder: apprentices[index] ?? -1,
      financer: cycle(financers, index),
      state: cycle(contractStates, index),
      updatedOn: now ?? account.today - chanceOf(account, 'contract date', index).int(1, 400) * DAY,
    }),
    key: ({ index }) => String(index + 1),
    build: ({ index, facts }) => contract(account, folders, index, facts),
    edit: (turn) => ({ amount: 6000 + turn }),
    stamp(facts, now) {
      facts.updatedOn = now;
    },
  });
}

function contract(account: Account, folders: RegistrationFolders, index: number, facts: ContractFacts): JsonObject {
  const chance = chanceOf(account, 'contract', index);
  const slot = folders.at(facts.folder);
  const start = account.today - chance.int(30, 500) * DAY;
  return {
    id: index + 1,
    financer: facts.financer,
    state: facts.state,
    type: cycle(['apprentissage', 'professionnalisation'], index),
    amount: chance.chance(0.2) ? null : chance.int(40, 120) * 100,
    externalIdTrainingOrganism: `AK-${String(index + 1)}`,
    externalIdDeca: chance.chance(0.3) ? undefined : `0${chance.digits(2)}20${chance.digits(14)}`,
    startDate: toSecondsIso(start),
    endDate: toSecondsIso(start + 730 * DAY),
    signedDate: chance.chance(0.3) ? null : toSecondsIso(start - 10 * DAY),
    breakingDate: facts.state === 'broken' ? toSecondsIso(start + 60 * DAY) : null,
    amendmentDate: null,
    lastUpdate: toSecondsIso(facts.updatedOn),
    updatedOn: index % 4 === 3 ? undefined : toSecondsIso(facts.updatedOn),
    attendee: {
      lastName: 'MOREAU',
      nir: `2${chance.digits(12)} ${chance.digits(2)}`,
      birth: { nir: chance.digits(15) },
    },
    schedule: [
      { month: 1, amount: 500, iban: 'FR7630006000011234567890189', rib: { IBAN: 'FR1420041010050500013M02606' } },
    ],
    _links: {
      registrationFolder: slot && { externalId: slot.facts.externalId },
      employer: {
        name: "Garage de l'Étoile",
        siret: `0${chance.digits(13)}`,
        bank: { iban: 'FR7610107001011234567890129' },
      },
    },
  };
}

/** ISO 8601 in UTC without fractions, as contracts write instants. */
function toSecondsIso(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 19)}Z`;
}
