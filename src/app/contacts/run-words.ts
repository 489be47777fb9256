import type { Words } from '../../core/model';
import { openWorkbook } from '../../platform/workbook';
import type { ContactsMetrics, ContactsRunView } from '../rpc';
import { timeOfDay } from '../wall-clock';
import { say } from '../words';
import { guardWords } from './guard-words';
import { NO_TALLY } from './no-tally';
import type { ContactsRun } from './run-contacts';

/** What the user learns of a run, in their language. */
export function toContactsRunView(run: ContactsRun): ContactsRunView {
  if (run.state === 'running') return { state: 'running', metrics: toMetrics(NO_TALLY, 0), summary: say(RUNNING) };
  const { state, tally, duration, guard, until } = run;
  return {
    ...{ state, metrics: toMetrics(tally, duration), summary: say(summaryOf(run)) },
    ...(until === null ? {} : { resumesAt: until }),
    ...(guard ? { canForce: true } : {}),
  };
}

/** What a run did, as pages show it. */
export function toMetrics(tally: Omit<ContactsMetrics, 'duration'>, duration: number): ContactsMetrics {
  const { created, updated, skipped, conflicts, held, errors, calls } = tally;
  return { created, updated, skipped, conflicts, held, errors, calls, duration };
}

const RUNNING: Words = {
  fr: 'Une autre synchronisation est en cours dans cette feuille. Réessayez dans quelques minutes.',
  en: 'Another sync is at work in this spreadsheet. Try again in a few minutes.',
};

function summaryOf({ state, guard, tally, note, until }: Exclude<ContactsRun, { state: 'running' }>): Words {
  if (guard) return guardWords(guard);
  const counts = countsOf(tally);
  const more = note ?? { fr: '', en: '' };
  if (state !== 'paused') {
    return { fr: `Terminé : ${counts.fr}. ${more.fr}`.trim(), en: `Finished: ${counts.en}. ${more.en}`.trim() };
  }
  const time = timeOfDay(until ?? 0, openWorkbook());
  return {
    fr: `En pause : ${counts.fr}. ${more.fr} Reprise automatique vers ${time}.`.replace('  ', ' '),
    en: `Paused: ${counts.en}. ${more.en} It goes on by itself at about ${time}.`.replace('  ', ' '),
  };
}

function countsOf({ created, updated, conflicts, held, errors }: ContactsMetricsCounts): Words {
  return {
    fr: `créés ${created}, modifiés ${updated}, conflits ${conflicts}, en attente ${held}, erreurs ${errors}`,
    en: `created ${created}, updated ${updated}, conflicts ${conflicts}, waiting ${held}, errors ${errors}`,
  };
}

type ContactsMetricsCounts = Pick<ContactsMetrics, 'created' | 'updated' | 'conflicts' | 'held' | 'errors'>;
