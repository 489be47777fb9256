import type { Slot } from '../collection';
import { french } from '../french';
import type { JsonObject } from '../json';
import { actionId, actionOf, sessionDays, sessionId, sessionOf, toSessionDate, trainingTitle } from './catalogue';
import { cycle } from '../cycle';
import { chanceOf, type Account } from './account';
import type { FolderFacts } from './folder-facts';
import { OWN_SIRET } from './organisms';

/** What is taught, when and for how much, as a registration folder embeds it. */
export function trainingActionInfo(account: Account, slot: Slot<FolderFacts>, price: number): JsonObject {
  const { index, facts } = slot;
  const chance = chanceOf(account, 'action info', index);
  const session = sessionOf(account, index);
  const action = actionOf(account, session);
  const { start, end } = sessionDays(account, session);
  const taxed = index % 4 === 0;
  const excl = Math.round((price / 1.2) * 100) / 100;
  return {
    title: trainingTitle(Math.floor(action / 2)),
    ...syllabus(Math.floor(action / 2)),
    sessionId: sessionId(session),
    sessionStartDate: toSessionDate(session, start),
    sessionEndDate: toSessionDate(session, end),
    totalExcl: taxed ? excl : price,
    totalIncl: price,
    additionalFees: 0,
    vat: taxed ? 20 : null,
    vatExclTax5: null,
    vatInclTax5: null,
    vatExclTax20: taxed ? excl : null,
    vatInclTax20: taxed ? price : null,
    indicativeDuration: chance.int(1, 40) * 7,
    weeklyDuration: chance.int(2, 35),
    trainingPaces: cycle([['3', '1'], [], ['2']], index),
    teachingModalities: String(action % 3),
    trainingCompletionRate: chance.chance(0.5) ? null : chance.int(0, 100),
    quitReason: facts.state.startsWith('canceled') ? cycle(['01', '10', '007'], index) : null,
    externalLink: '',
    externalId: `${OWN_SIRET}_a${String(action + 1)}`,
    trainingActionId: actionId(action),
    address: address(index),
    hoursInCenter: facts.type === 'opcoCfa' ? chance.int(400, 1200) : undefined,
  };
}

function syllabus(training: number): JsonObject {
  const phrase = cycle(french.phrases, training);
  return {
    content: `Module 1 : découverte.\nModule 2 : mise en pratique.\n- exercices\n- évaluation\n${phrase}`,
    trainingGoal: `Être capable de travailler en autonomie : ${trainingTitle(training)}.`,
    expectedResult: cycle(['Certification', "Attestation d'assiduité", ''], training),
  };
}

function address(index: number): JsonObject | undefined {
  if (index % 6 === 5) return undefined;
  const [zipCode, city] = cycle(french.towns, index);
  return { id: 600 + (index % french.towns.length), zipCode, city, roadName: cycle(french.roads, index) };
}
