import type { Words } from '../../core/model';
import { openWorkbook } from '../../platform/workbook';
import { toParagraphs } from '../paragraphs';
import { toMoment } from '../wall-clock';
import { language, say } from '../words';
import type { EndedRun } from './ended-runs';
import { toLine } from './plain-text';
import type { Streak } from './streak';

/** What a mail says, in the language of whoever runs the script. */
export interface MailWords {
  readonly subject: string;
  readonly paragraphs: readonly string[];
}

/** That a connection fails, since when, why, what to do about it, and what Sync does next. */
export function failureMail(run: EndedRun, { since, failures }: Streak): MailWords {
  const { title } = run.subject;
  const [at, first] = [momentOf(run.startedAt), momentOf(since)];
  const happened: Words = run.status === 'missed' ? MISSED : FAILED;
  const before: Words =
    failures === 1
      ? { fr: '', en: '' }
      : {
          fr: ` C’est le ${String(failures)}e échec depuis le ${first}.`,
          en: ` It is failure number ${String(failures)} since ${first}.`,
        };
  return {
    subject: say({ fr: `Sync : échec de « ${title} »`, en: `Sync: “${title}” failed` }),
    paragraphs: [
      say({
        fr: `La synchronisation automatique de « ${title} » ${happened.fr} le ${at}.${before.fr}`,
        en: `The automatic sync of “${title}” ${happened.en} on ${at}.${before.en}`,
      }),
      ...reasonsOf(run)
        .slice(0, MOST_REASONS)
        .map((reason) => toLine(reason, LONGEST_REASON)),
      say(run.entries.some(({ cause }) => cause?.kind === 'call') ? AT_NEXT_CALL : AT_NEXT_TIME),
    ],
  };
}

/** That a connection works again. */
export function recoveryMail(run: EndedRun, { since, failures }: Streak): MailWords {
  const { title } = run.subject;
  const [at, first] = [momentOf(run.startedAt), momentOf(since)];
  const times: Words =
    failures === 1
      ? { fr: 'une fois', en: 'once' }
      : { fr: `${String(failures)} fois de suite`, en: `${String(failures)} times in a row` };
  return {
    subject: say({ fr: `Sync : « ${title} » fonctionne de nouveau`, en: `Sync: “${title}” works again` }),
    paragraphs: [
      say({
        fr: `La synchronisation de « ${title} » fonctionne de nouveau depuis le ${at}. Elle avait échoué ${times.fr} depuis le ${first}. Vous n’avez rien à faire.`,
        en: `The sync of “${title}” has worked again since ${at}. It had failed ${times.en} since ${first}. There is nothing for you to do.`,
      }),
    ],
  };
}

/** What failed entries say to the user, with the streams that they are about. */
export function reasonsOf({ entries, subject, status }: EndedRun): readonly string[] {
  const tongue = language();
  const said = entries
    .filter((entry) => entry.status === status)
    .map((entry) => ({ ...entry, title: entry.title[tongue], message: entry.message[tongue] }));
  return toParagraphs(said, tongue, () => subject.title);
}

/** A mail that cannot be sent yet waits in a property, which holds 9 KB; the history has the rest. */
const MOST_REASONS = 5;
const LONGEST_REASON = 400;

const FAILED: Words = { fr: 'a échoué', en: 'failed' };
const MISSED: Words = { fr: 'n’a pas eu lieu', en: 'did not take place' };

const AT_NEXT_TIME: Words = {
  fr: 'Sync réessaie de lui-même à la prochaine heure prévue, ne vous écrit plus à ce sujet tant que cela dure, et vous écrira quand tout fonctionnera de nouveau.',
  en: 'Sync tries again by itself at the next time it is due, does not write about this again while it lasts, and will write when all works again.',
};
const AT_NEXT_CALL: Words = {
  fr: 'Sync réessaie au prochain appel, ne vous écrit plus à ce sujet tant que cela dure, et vous écrira quand tout fonctionnera de nouveau.',
  en: 'Sync tries again at the next call, does not write about this again while it lasts, and will write when all works again.',
};

function momentOf(ms: number): string {
  return toMoment(ms, openWorkbook());
}
