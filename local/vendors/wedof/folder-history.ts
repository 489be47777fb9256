import type { JsonObject } from '../json';
import { chanceOf, DAY, toIso, type Account } from './account';
import type { FolderFacts } from './folder-facts';

const ROAD = [
  ['notProcessed', 'notProcessedDate'],
  ['validated', 'validatedDate'],
  ['accepted', 'acceptedDate'],
  ['inTraining', 'inTrainingDate'],
  ['terminated', 'terminatedDate'],
  ['serviceDoneDeclared', 'serviceDoneDeclaredDate'],
  ['serviceDoneValidated', 'serviceDoneValidatedDate'],
] as const;

const EXITS = [
  'refusedByAttendee',
  'refusedByOrganism',
  'refusedByFinancer',
  'canceledByAttendee',
  'canceledByOrganism',
  'canceledByFinancer',
  'canceledByAttendeeNotRealized',
  'rejectedWithoutTitulaireSuite',
] as const;

/** When a folder passed through each state; null for those it never saw, and some keys missing altogether. */
export function folderHistory(account: Account, index: number, facts: FolderFacts): JsonObject {
  const chance = chanceOf(account, 'history', index);
  const reached = stepsOf(facts.state);
  const pace = chance.int(1, 20) * DAY;
  const history: Record<string, string | null | undefined> = {};
  ROAD.forEach(([, name], step) => {
    history[name] = step < reached ? toIso(Math.min(facts.createdOn + step * pace, account.today)) : null;
  });
  history.serviceDoneDeclaredAttendeeDate = null;
  const billed = facts.billingState === 'billed' || facts.billingState === 'paid';
  history.billedDate = billed ? toIso(facts.lastUpdate) : null;
  history.paidDate = facts.billingState === 'paid' ? toIso(facts.updatedOn) : null;
  for (const exit of EXITS) history[`${exit}Date`] = facts.state === exit ? toIso(facts.lastUpdate) : null;
  history.inControlDate = facts.controlState === 'inControl' ? toIso(facts.lastUpdate) : undefined;
  history.releasedDate = facts.controlState === 'released' ? toIso(facts.lastUpdate) : undefined;
  history.completionRateLastUpdate = chance.chance(0.5) ? null : toIso(facts.lastUpdate);
  return history;
}

function stepsOf(state: string): number {
  const at = ROAD.findIndex(([name]) => name === state);
  return at < 0 ? 2 : at + 1;
}
