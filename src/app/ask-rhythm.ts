import { SettingsError } from '../core/errors';
import type { Words } from '../core/model';
import { prompt } from '../platform/screen';
import { askLine } from './ask-line';
import type { Rhythm } from './schedule';
import { EVERY, WEEKDAYS } from './schedule-words';
import { say } from './words';

/** How often, on which day and at what hour; null when the user cancels. Throws `SettingsError`. */
export function askRhythm(title: string): Rhythm | null {
  const names = Object.keys(EVERY) as Rhythm['every'][];
  const place = askLine(
    title,
    say({ fr: 'À quelle fréquence ? Tapez un numéro :', en: 'How often? Type a number:' }),
    names.map((name) => say(EVERY[name])),
  );
  const every = place === null ? undefined : names[place];
  if (every === undefined) return null;
  if (every === 'day' || every === 'twoDays') return askHour(title, (hour) => ({ every, hour }));
  const day = every === 'week' ? askWeekday(title) : askDayOfMonth(title);
  return day === null ? null : askHour(title, (hour) => ({ every, day, hour }));
}

function askWeekday(title: string): number | null {
  const question = say({ fr: 'Quel jour ? Tapez un numéro :', en: 'On which day? Type a number:' });
  const place = askLine(title, question, WEEKDAYS.map(say));
  return place === null ? null : place + 1;
}

function askDayOfMonth(title: string): number | null {
  const question: Words = {
    fr: 'Quel jour du mois ? Un nombre de 1 à 31 ; un mois plus court prend son dernier jour.',
    en: 'On which day of the month? A number from 1 to 31; a shorter month takes its last day.',
  };
  const typed = prompt(title, say(question));
  if (typed === null) return null;
  const day = /^(\d{1,2})(?:er)?$/.exec(typed)?.[1];
  if (day !== undefined && Number(day) >= 1 && Number(day) <= 31) return Number(day);
  throw new SettingsError('day', `${typed} is no day of a month`, {
    fr: `« ${typed} » n’est pas un jour du mois. Tapez un nombre de 1 à 31, par exemple 1.`,
    en: `“${typed}” is no day of a month. Type a number from 1 to 31, such as 1.`,
  });
}

function askHour(title: string, toRhythm: (hour: number) => Rhythm): Rhythm | null {
  const question: Words = {
    fr: 'À quelle heure ? Un nombre de 0 à 23, à l’heure de la feuille de calcul.',
    en: 'At what hour? A number from 0 to 23, on the clock of the spreadsheet.',
  };
  const typed = prompt(title, say(question));
  if (typed === null) return null;
  const hour = /^(\d{1,2})\s*(?:h|:00)?$/i.exec(typed)?.[1];
  if (hour !== undefined && Number(hour) <= 23) return toRhythm(Number(hour));
  throw new SettingsError('hour', `${typed} is no hour`, {
    fr: `« ${typed} » n’est pas une heure. Tapez un nombre de 0 à 23, par exemple 6.`,
    en: `“${typed}” is no hour. Type a number from 0 to 23, such as 6.`,
  });
}
