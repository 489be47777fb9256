import { SettingsError } from '../core/errors';
import type { Words } from '../core/model';
import { clock } from '../platform/clock';
import { alert, toast } from '../platform/screen';
import { userEmail } from '../platform/session';
import { openWorkbook } from '../platform/workbook';
import { askLine } from './ask-line';
import { askRhythm } from './ask-rhythm';
import { attempt } from './attempt';
import { allConnections, type Connection } from './connections';
import { beginSchedule, type Rhythm } from './schedule';
import { toWords } from './schedule-words';
import { writeSchedule } from './schedules';
import { showFailure } from './sync-menu';
import { ownScheduled, startTicking, stopTicking } from './tick';
import { toLocal } from './wall-clock';
import { say } from './words';

/** Asks which of this person's connections shall be synced by themselves, how often and when, and says when next. */
export function scheduleFromMenu(): void {
  showFailure(
    attempt(() => {
      const chosen = askWhich(TITLE, ownConnections());
      const rhythm = chosen && askRhythm(say(TITLE));
      if (rhythm) alert('Sync', schedule(chosen, rhythm).join('\n'));
    }),
  );
}

/** Ends the schedule of this person's connections, or of the one that they choose. */
export function unscheduleFromMenu(): void {
  showFailure(
    attempt(() => {
      const scheduled = ownScheduled().map(({ connection }) => connection);
      const chosen = askWhich(STOP_TITLE, scheduled);
      for (const { id } of chosen ?? []) writeSchedule(id, null);
      stopTicking();
      if (chosen) toast(say(scheduled.length === 0 ? NONE : STOPPED), 'Sync', 10);
    }),
  );
}

const TITLE: Words = { fr: 'Planifier', en: 'Schedule' };
const STOP_TITLE: Words = { fr: 'Arrêter la planification', en: 'Stop the schedule' };
const STOPPED: Words = { fr: 'La planification est arrêtée.', en: 'The schedule is off.' };
const NONE: Words = { fr: 'Rien n’est planifié pour vos connexions.', en: 'None of your connections has a schedule.' };
const TYPE_NUMBER: Words = { fr: 'Tapez un numéro :', en: 'Type a number:' };

function ownConnections(): readonly Connection[] {
  const all = allConnections();
  const own = all.filter(({ owner }) => owner === userEmail());
  if (own.length > 0) return own;
  const owners = [...new Set(all.map(({ owner }) => owner))].join(', ');
  throw new SettingsError('connector', 'There is no connection of this person to schedule', {
    fr:
      owners === ''
        ? 'Aucune connexion pour l’instant. Ajoutez-en une : menu Sync > Configurer.'
        : `Les connexions de cette feuille appartiennent à ${owners} : chacun planifie les siennes, car lui seul peut utiliser leurs clés.`,
    en:
      owners === ''
        ? 'There is no connection yet. Add one: menu Sync > Set up.'
        : `The connections in this spreadsheet belong to ${owners}: everyone schedules their own, as only they can use the keys.`,
  });
}

/** One of the connections, or all; null when the user cancels. Where there is nothing to choose, nothing is asked. */
function askWhich(title: Words, connections: readonly Connection[]): readonly Connection[] | null {
  if (connections.length < 2) return connections;
  const all = say({ fr: 'Toutes mes connexions', en: 'All my connections' });
  const place = askLine(say(title), say(TYPE_NUMBER), [all, ...connections.map((connection) => connection.title)]);
  if (place === null) return null;
  return place === 0 ? connections : connections.slice(place - 1, place);
}

/** Stores the schedules and returns a line about each. The trigger comes first: without it they would be empty promises. */
function schedule(connections: readonly Connection[], rhythm: Rhythm): string[] {
  startTicking();
  const stored = beginSchedule(rhythm, toLocal(clock.now(), openWorkbook()));
  const words = toWords(stored);
  for (const { id } of connections) writeSchedule(id, stored);
  return connections.map(({ title }) => say({ fr: `${title} : ${words.fr}.`, en: `${title}: ${words.en}.` }));
}
