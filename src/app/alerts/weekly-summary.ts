import type { Words } from '../../core/model';
import { clock } from '../../platform/clock';
import { documentStore } from '../../platform/property-stores';
import type { Workbook } from '../../platform/services';
import { openWorkbook } from '../../platform/workbook';
import { readRuns } from '../history';
import type { HistoryRun } from '../rpc';
import { fromLocal, toLocal, toMoment } from '../wall-clock';
import { say } from '../words';
import { type AlertSubject, alertSubjectsIn } from './alert-subject';
import { alertSettingsIn } from './alert-settings';
import { composeMail } from './compose-mail';
import { isWell } from './ended-runs';
import { postMail } from './post-mail';

/**
 * Writes to the person who runs the script what the week that ended on Monday at 8:00 brought to their connections, once, at the first
 * call after that; nothing when nothing was synced. One that cannot be sent is tried again at the next call. `properties` are the
 * document's.
 */
export function sendWeeklySummary(properties: Properties, person: string): void {
  const name = PREFIX + person;
  const last = properties[name];
  const now = clock.now();
  // In most hours it is the same week all over the world, and the spreadsheet's clock need not be looked at.
  if ([EARLIEST, LATEST].every((offset) => last === String(weekOf(now + offset)))) return;
  const workbook = openWorkbook();
  const week = weekOf(toLocal(now, workbook));
  if (last === String(week)) return;
  // Whoever has just begun gets the first one next Monday.
  if (last === undefined || trySummary(properties, person, week, workbook)) documentStore().set(name, String(week));
}

type Properties = Readonly<Record<string, string>>;

/** The week whose summary a person was sent last. */
const PREFIX = 'weekly.';

const HOUR = 3_600_000;
/** UTC-12 and UTC+14. */
const [EARLIEST, LATEST] = [-12 * HOUR, 14 * HOUR];

const DAY = 24 * HOUR;
const WEEK = 7 * DAY;
/** 1970-01-05 at 8:00 on the spreadsheet's clock. */
const FIRST_MONDAY = 4 * DAY + 8 * HOUR;

function weekOf(local: number): number {
  return Math.floor((local - FIRST_MONDAY) / WEEK);
}

/** False: it should have been sent and was not. */
function trySummary(properties: Properties, person: string, week: number, workbook: Workbook): boolean {
  const own = alertSubjectsIn(properties).filter(({ owner }) => owner === person);
  if (!alertSettingsIn(properties).weekly || own.length === 0) return true;
  const endOf = (number: number): number => fromLocal(FIRST_MONDAY + number * WEEK, workbook);
  const runs = readRuns(endOf(week - 1)).filter(({ startedAt }) => startedAt < endOf(week));
  const paragraphs = own.flatMap((subject) => {
    const theirs = runs.filter(({ connection }) => connection === subject.id);
    return theirs.length === 0 ? [] : [say(summaryOf(subject, theirs, workbook))];
  });
  if (paragraphs.length === 0) return true;
  const failed = runs.some((run) => isWell(run) === false && own.some(({ id }) => id === run.connection));
  return postMail(composeMail([person], say(failed ? SOME_FAILED : ALL_WELL), paragraphs));
}

const ALL_WELL: Words = { fr: 'Sync : votre semaine, tout s’est bien passé', en: 'Sync: your week, all went well' };
const SOME_FAILED: Words = { fr: 'Sync : votre semaine, avec des échecs', en: 'Sync: your week, with failures' };

/** `runs`: at least one, the latest first. */
function summaryOf({ title }: AlertSubject, runs: readonly HistoryRun[], workbook: Workbook): Words {
  const failed = runs.filter((run) => isWell(run) === false);
  const total = (count: (run: HistoryRun) => number): number => runs.reduce((sum, run) => sum + count(run), 0);
  const [added, changed, removed] = [
    total((run) => run.inserted),
    total((run) => run.updated),
    total((run) => run.removed),
  ];
  const counts = countWords(runs.length, failed.length);
  const fresh = freshWords(
    runs.find((run) => isWell(run) === true),
    workbook,
  );
  const why = lastFailure(failed[0]);
  return {
    fr: `« ${title} » : ${counts.fr}. Lignes ajoutées : ${added}, modifiées : ${changed}, retirées : ${removed}. ${fresh.fr}${why.fr}`,
    en: `“${title}”: ${counts.en}. Rows added: ${added}, changed: ${changed}, removed: ${removed}. ${fresh.en}${why.en}`,
  };
}

function countWords(all: number, failed: number): Words {
  return {
    fr: `${all} ${all === 1 ? 'synchronisation' : 'synchronisations'}, ${failed === 0 ? 'aucun échec' : `dont ${failed} en échec`}`,
    en: `${all} ${all === 1 ? 'sync' : 'syncs'}, ${failed === 0 ? 'none failed' : `${failed} of them failed`}`,
  };
}

function freshWords(success: HistoryRun | undefined, workbook: Workbook): Words {
  if (!success) {
    return { fr: 'Aucune n’a réussi : les données datent d’avant.', en: 'None succeeded: the data are from before.' };
  }
  const end = success.startedAt + success.duration;
  const at = toMoment(end, workbook);
  const hours = Math.round((clock.now() - end) / 3_600_000);
  return {
    fr: `À jour au ${at} (il y a ${hours} h).`,
    en: `Up to date as of ${at} (${hours} h ago).`,
  };
}

function lastFailure(run: HistoryRun | undefined): Words {
  const said = run?.streams.find(({ status, message }) => status === run.status && message !== '')?.message;
  return said === undefined ? { fr: '', en: '' } : { fr: ` Dernier échec : ${said}`, en: ` Last failure: ${said}` };
}
