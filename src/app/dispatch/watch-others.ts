import * as v from 'valibot';
import type { Entry } from '../../engine/engine';
import { clock } from '../../platform/clock';
import { documentStore } from '../../platform/property-stores';
import type { Workbook } from '../../platform/services';
import { openWorkbook } from '../../platform/workbook';
import { mailPerson } from '../alerts/mail-person';
import { createHistory } from '../history-tab';
import { readAllStored } from '../read-stored';
import { tellRunEnds } from '../run-ends';
import { advanceBy, dueAt, isDue } from '../schedule';
import { replaceSchedule } from '../schedules';
import { fromLocal, toLocal, toMoment } from '../wall-clock';
import { language } from '../words';
import { type Scheduled, scheduledIn } from './duties';
import { lossesIn, lossWords, type Loss } from './losses';

type Properties = Readonly<Record<string, string>>;

/**
 * Notices whose automatic syncs do not run any more, for a person whose own do: writes to both once, and adds a line to the history, at
 * most one a day and connection, for the syncs that were due.
 */
export function watchOthers(properties: Properties, person: string): void {
  const store = documentStore();
  const now = clock.now();
  const losses = lossesIn(properties, now).filter(({ owner }) => owner !== person);
  const told = readAllStored(TOLD, properties, PREFIX);
  for (const owner of told.keys()) if (!losses.some((loss) => loss.owner === owner)) store.remove(PREFIX + owner);
  if (losses.length === 0) return;
  const workbook = openWorkbook();
  for (const loss of losses) {
    if (!told.has(loss.owner)) {
      store.set(PREFIX + loss.owner, JSON.stringify(now));
      write(loss, person, workbook);
    }
  }
  tellMissed(properties, losses, now, workbook);
}

/** Who has been told of whose loss, by the owner's e-mail address. */
const PREFIX = 'lost.';
const TOLD = v.number();
const DAY = 86_400_000;

function write(loss: Loss, person: string, workbook: Workbook): void {
  const subject = {
    fr: `Sync : les synchronisations de ${loss.owner} sont arrêtées`,
    en: `Sync: the syncs of ${loss.owner} have stopped`,
  };
  mailPerson([person, loss.owner], subject, [lossWords(loss, toMoment(loss.since, workbook), false)]);
}

function tellMissed(properties: Properties, losses: readonly Loss[], now: number, workbook: Workbook): void {
  const local = toLocal(now, workbook);
  for (const { connection, schedule } of scheduledIn(properties)) {
    const loss = losses.find(({ owner }) => owner === connection.owner);
    if (!loss || !isDue(schedule, local) || local - dueAt(schedule) < DAY) continue;
    const { schedule: next, count } = advanceBy(schedule, local);
    const entry = toMissed({ connection, schedule }, count, now, loss, workbook);
    createHistory(workbook, language(), () => connection.title).append([entry]);
    replaceSchedule(connection.id, schedule, next);
    tellRunEnds([entry]);
  }
}

function toMissed(
  { connection, schedule }: Scheduled,
  count: number,
  now: number,
  loss: Loss,
  workbook: Workbook,
): Entry {
  const due = fromLocal(dueAt(schedule), workbook);
  const words = lossWords(loss, toMoment(loss.since, workbook), false);
  const missed =
    count === 1
      ? { fr: 'Une synchronisation prévue n’a pas eu lieu.', en: 'A sync that was due did not take place.' }
      : {
          fr: `${String(count)} synchronisations prévues n’ont pas eu lieu.`,
          en: `${String(count)} syncs that were due did not take place.`,
        };
  return {
    ...{ startedAt: now, duration: 0, run: now, connection: connection.id, stream: '', title: { fr: '', en: '' } },
    ...{ status: 'missed', read: 0, inserted: 0, updated: 0, removed: 0, requests: 0 },
    message: { fr: `${missed.fr} ${words.fr}`, en: `${missed.en} ${words.en}` },
    cause: { kind: 'schedule', due, merged: count - 1 },
  };
}
