import type { Cursor, JsonObject, Words } from '../../core/model';
import type { Api, Page, Stream } from '../connector';
import { evaluationColumns, surveyColumns, trainingColumns, workingContractColumns } from './columns/other-columns';
import { sentences } from './sentences';
import { createShape, type Shape } from './shape';
import { walk, type List } from './walk';
import { readWalkState } from './walk-state';

/** Trainings, as the catalogue lists them. */
export function defineTrainings(links: boolean): Stream {
  return defineList('trainings', { path: '/trainings' }, createShape('externalId', trainingColumns, links), {
    title: { fr: 'Formations', en: 'Trainings' },
    help: { fr: 'Une ligne par formation du catalogue.', en: 'One row for each training in the catalogue.' },
  });
}

/** Surveys that certified attendees answer, at the start, after six months and in the long term. */
export function defineSurveys(links: boolean): Stream {
  return defineList('surveys', { path: '/surveys' }, createShape('id', surveyColumns, links), {
    title: { fr: 'Enquêtes', en: 'Surveys' },
    help: {
      fr: 'Une ligne par enquête d’insertion, avec ses trois réponses.',
      en: 'One row for each employment survey, with its three answers.',
    },
  });
}

/** Apprenticeship contracts of all eleven funders; the list answers nothing without their names. */
export function defineWorkingContracts(links: boolean): Stream {
  const list = { path: '/workingContracts', query: { financer: FINANCERS.join(','), state: 'all' } };
  return defineList('workingContracts', list, createShape('id', workingContractColumns, links), {
    title: { fr: 'Contrats d’apprentissage', en: 'Working contracts' },
    help: { fr: 'Une ligne par contrat d’apprentissage.', en: 'One row for each apprenticeship contract.' },
  });
}

/** Evaluations, on accounts that have them. */
export function defineEvaluations(links: boolean): Stream {
  return defineList('evaluations', { path: '/evaluations' }, createShape('id', evaluationColumns, links), {
    title: { fr: 'Évaluations', en: 'Evaluations' },
    help: { fr: 'Une ligne par évaluation de formation.', en: 'One row for each evaluation of a training.' },
  });
}

const FINANCERS = [
  'opcoCfaAkto',
  'opcoCfaEp',
  'opcoCfaOpcommerce',
  'opcoCfaMobilites',
  'opcoCfaAtlas',
  'opcoCfaAfdas',
  'opcoCfaConstructys',
  'opcoCfaOcapiat',
  'opcoCfa2i',
  'opcoCfaSante',
  'opcoCfaUniformation',
];

function defineList(
  name: string,
  list: Omit<List, 'limit'>,
  { key, columns, toRows }: Shape,
  words: { readonly title: Words; readonly help: Words },
): Stream {
  return {
    name,
    ...words,
    key,
    columns,
    mode: 'snapshot',
    read: (api, cursor) => readList(api, list, cursor, toRows),
  };
}

/** One page of a list that is read whole in each pass; `kept` stays in the cursor while the pass lasts. */
export function readList(
  api: Api,
  list: Omit<List, 'limit'>,
  cursor: Cursor | null,
  toRows: Shape['toRows'],
  kept: JsonObject = {},
): Page {
  const step = walk(api, { ...list, limit: 100, mayIgnorePage: true }, readWalkState(cursor?.walk));
  return {
    ...toRows(step.records),
    cursor: step.next ? { ...kept, walk: step.next } : {},
    done: step.next === null,
    complete: !step.unsure,
    ...(step.next === null && step.unsure && { note: sentences.unsure }),
    ...(step.total === null ? {} : { total: step.total }),
  };
}
