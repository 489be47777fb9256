import { SettingsError } from '../core/errors';
import { clock } from '../platform/clock';
import { userEmail } from '../platform/session';
import { openWorkbook } from '../platform/workbook';
import type { Connection } from './connections';
import { beginSchedule, type Rhythm, type Schedule } from './schedule';
import { startTicking } from './dispatch/ticking';
import { toLocal } from './wall-clock';

/**
 * The schedule with which a connection is synced by itself from now on, by the hourly trigger of its owner, which is made
 * here. Throws `SettingsError` for `schedule` when that is somebody else's to make, when the connection has no key yet, and
 * when Google grants no trigger.
 */
export function startSchedule(connection: Connection, rhythm: Rhythm): Schedule {
  if (connection.owner !== userEmail()) throw somebodyElses(connection);
  if (connection.needsSecrets) throw keyFirst(connection);
  // Without the trigger the schedule would be an empty promise.
  serveSchedules();
  return beginSchedule(rhythm, toLocal(clock.now(), openWorkbook()));
}

/** Has the schedules of the person who runs the script served. Throws `SettingsError` for `schedule` when Google does not. */
export function serveSchedules(): void {
  try {
    startTicking();
  } catch (error) {
    throw noTrigger(error instanceof Error ? error.message : String(error));
  }
}

function somebodyElses({ title, owner }: Connection): SettingsError {
  return new SettingsError('schedule', `${title} is not this person's to schedule`, {
    fr: `« ${title} » appartient à ${owner}, qui seul peut régler ses synchronisations automatiques : elles utilisent son compte. Demandez-le-lui, ou créez votre propre connexion.`,
    en: `“${title}” belongs to ${owner}, and only they can set its automatic syncs, which use their account. Ask them, or make a connection of your own.`,
  });
}

function keyFirst({ title }: Connection): SettingsError {
  return new SettingsError('schedule', `${title} was imported and has no key yet`, {
    fr: `« ${title} » n’a pas encore de clé. Saisissez-la par « Modifier », puis activez les synchronisations automatiques.`,
    en: `“${title}” has no key yet. Type it with “Edit”, then switch the automatic syncs on.`,
  });
}

function noTrigger(text: string): SettingsError {
  return new SettingsError('schedule', `Google makes no hourly trigger: ${text}`, {
    fr: `Google refuse de lancer des synchronisations automatiques pour vous dans cette feuille. Supprimez d’anciens déclencheurs (Extensions > Apps Script > Déclencheurs), ou enregistrez sans synchronisation automatique. Réponse de Google : « ${text} »`,
    en: `Google refuses to start automatic syncs for you in this spreadsheet. Delete old triggers (Extensions > Apps Script > Triggers), or save without automatic syncs. Google’s answer: “${text}”`,
  });
}
