import { SettingsError } from '../core/errors';
import type { Words } from '../core/model';
import { activeRun } from '../engine/run';
import { clock } from '../platform/clock';
import { documentStore } from '../platform/property-stores';
import { prompt, toast } from '../platform/screen';
import { userEmail } from '../platform/session';
import { callHourly, stopCalling } from '../platform/triggers';
import { openWorkbook } from '../platform/workbook';
import { attempt } from './attempt';
import { allConnections } from './connections';
import type { RunView } from './rpc';
import { isDue, latestDay, readSchedule, writeSchedule } from './schedule';
import { continueRun, runConnections } from './sync';
import { showFailure } from './sync-menu';
import { toLocal } from './wall-clock';
import { say } from './words';

/** Asks for an hour, and syncs the connections of this person every day from then on. */
export function scheduleFromMenu(): void {
  const typed = prompt(say(QUESTION.title), say(QUESTION.text));
  if (typed === null) return;
  showFailure(
    attempt(() => {
      const hour = readHour(typed);
      scheduleDaily(hour);
      toast(say(confirmation(hour)), 'Sync', 10);
    }),
  );
}

/** Ends the daily sync of this person's connections. */
export function unscheduleFromMenu(): void {
  showFailure(
    attempt(() => {
      writeSchedule(userEmail(), null);
      if (!hasOwnRun()) stopCalling(TICK);
      toast(say({ fr: 'La planification est arrêtée.', en: 'The schedule is off.' }), 'Sync', 10);
    }),
  );
}

/**
 * What the hourly trigger does: goes on with this person's paused run, else starts what is due of their connections,
 * once a day. Returns null when there is nothing to do; a trigger that has nothing to wait for is removed.
 */
export function tick(): RunView | null {
  if (hasOwnRun()) return continueRun();
  const person = userEmail();
  const schedule = readSchedule(person);
  if (!schedule) {
    stopCalling(TICK);
    return null;
  }
  const local = toLocal(clock.now(), openWorkbook());
  const own = allConnections().filter(({ owner }) => owner === person);
  if (!isDue(schedule, local) || own.length === 0) return null;
  // Noted first: a run that Google kills goes on by its own trigger and must not be started a second time.
  writeSchedule(person, { ...schedule, done: latestDay(local, schedule.hour) });
  const view = runConnections(own.map(({ id }) => id));
  if (view.state === 'running') writeSchedule(person, schedule);
  return view;
}

const TICK = 'hourlyTick';

const QUESTION = {
  title: { fr: 'Synchroniser chaque jour', en: 'Sync every day' },
  text: {
    fr: 'À quelle heure ? Un nombre de 0 à 23, à l’heure de la feuille de calcul.',
    en: 'At what hour? A number from 0 to 23, on the clock of the spreadsheet.',
  },
} satisfies Record<string, Words>;

function scheduleDaily(hour: number): void {
  // Today's hour counts as done when it is over: the user did not ask for a sync right now.
  const done = latestDay(toLocal(clock.now(), openWorkbook()), hour);
  writeSchedule(userEmail(), { hour, done });
  callHourly(TICK);
}

function hasOwnRun(): boolean {
  return activeRun(documentStore())?.by === userEmail();
}

function readHour(typed: string): number {
  const hour = /^(\d{1,2})\s*(?:h|:00)?$/i.exec(typed)?.[1];
  if (hour !== undefined && Number(hour) <= 23) return Number(hour);
  throw new SettingsError('hour', `${typed} is no hour`, {
    fr: `« ${typed} » n’est pas une heure. Tapez un nombre de 0 à 23, par exemple 6.`,
    en: `“${typed}” is no hour. Type a number from 0 to 23, such as 6.`,
  });
}

function confirmation(hour: number): Words {
  return {
    fr: `Vos connexions seront synchronisées chaque jour entre ${hour} h et ${(hour + 1) % 24} h.`,
    en: `Your connections will be synced every day between ${hour}:00 and ${(hour + 1) % 24}:00.`,
  };
}
