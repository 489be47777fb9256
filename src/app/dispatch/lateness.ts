import type { Words } from '../../core/model';
import type { Cause, Entry, History } from '../../engine/engine';
import type { Store, Workbook } from '../../platform/services';
import { toMoment } from '../wall-clock';
import { forgetPostponed, postponedIn, type Reason, REASONS } from './postponed';

/**
 * A history whose automatic runs say that they were late, why, and which others they make up for, where their connection is told
 * first.
 */
export function withLateness(history: History, store: Store, workbook: Workbook): History {
  return {
    append(entries) {
      const due = entries.filter(isDue);
      const reasons = due.length > 0 ? postponedIn(store.all()) : new Map<string, Reason>();
      const told = new Set<string>();
      const marked = entries.map((entry) => {
        if (!isLate(entry) || told.has(entry.connection)) return entry;
        told.add(entry.connection);
        return withWords(entry, wordsOf(entry, reasons.get(entry.connection), workbook));
      });
      history.append(marked);
      for (const id of new Set(due.map(({ connection }) => connection)))
        if (reasons.has(id)) forgetPostponed(store, id);
    },
  };
}

/** Google calls Sync every hour, and a little later than that at times. */
const LATE = 65 * 60_000;

type DueEntry = Entry & { readonly cause: Extract<Cause, { kind: 'schedule' }> };

function isDue(entry: Entry): entry is DueEntry {
  return entry.cause?.kind === 'schedule' && entry.status !== 'missed';
}

/** Whether its run began so long after it was due that the hour in which it should have is over. */
function isLate(entry: Entry): entry is DueEntry {
  return isDue(entry) && (entry.cause.merged > 0 || entry.run - entry.cause.due > LATE);
}

function withWords(entry: Entry, { fr, en }: Words): Entry {
  const { message } = entry;
  return { ...entry, message: { fr: `${fr} ${message.fr}`.trimEnd(), en: `${en} ${message.en}`.trimEnd() } };
}

function wordsOf({ cause: { due, merged } }: DueEntry, reason: Reason | undefined, workbook: Workbook): Words {
  const at = toMoment(due, workbook);
  const why: Words = reason
    ? REASONS[reason]
    : { fr: 'Google ne l’a pas lancée à temps', en: 'Google did not start it in time' };
  const others: Words =
    merged === 0
      ? { fr: '', en: '' }
      : merged === 1
        ? {
            fr: ' Elle remplace aussi une autre, prévue entre-temps.',
            en: ' It also makes up for one that was due since.',
          }
        : {
            fr: ` Elle remplace aussi ${String(merged)} autres, prévues entre-temps.`,
            en: ` It also makes up for ${String(merged)} others that were due since.`,
          };
  return { fr: `En retard (prévue le ${at}) : ${why.fr}.${others.fr}`, en: `Late (due ${at}): ${why.en}.${others.en}` };
}
