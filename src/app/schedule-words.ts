import type { Words } from '../core/model';
import type { Schedule } from './schedule';

/** A schedule as a sentence without its end: how often, at what hour, and when next. */
export function toWords(schedule: Schedule): Words {
  const { every, hour, next } = schedule;
  if (every === 'hour') return { fr: 'chaque heure', en: 'every hour' };
  const day = dayOf(schedule);
  const date = new Date(next);
  const [weekday, month] = [WEEKDAYS[(date.getUTCDay() + 6) % 7], MONTHS[date.getUTCMonth()]];
  const [number, year] = [date.getUTCDate(), date.getUTCFullYear()];
  const end = (hour + 1) % 24;
  return {
    fr: `${EVERY[every].fr}${day.fr} à ${hour} h ; prochaine fois ${weekday?.fr ?? ''} ${ordinal(number).fr} ${month?.fr ?? ''} ${year} entre ${hour} h et ${end} h`,
    en: `${EVERY[every].en}${day.en} at ${hour}:00; next on ${weekday?.en ?? ''} ${number} ${month?.en ?? ''} ${year} between ${hour}:00 and ${end}:00`,
  };
}

const EVERY: Readonly<Record<Exclude<Schedule['every'], 'hour'>, Words>> = {
  day: { fr: 'chaque jour', en: 'every day' },
  twoDays: { fr: 'tous les deux jours', en: 'every two days' },
  week: { fr: 'chaque semaine', en: 'every week' },
  month: { fr: 'chaque mois', en: 'every month' },
};

/** From Monday to Sunday. */
const WEEKDAYS: readonly Words[] = [
  { fr: 'lundi', en: 'Monday' },
  { fr: 'mardi', en: 'Tuesday' },
  { fr: 'mercredi', en: 'Wednesday' },
  { fr: 'jeudi', en: 'Thursday' },
  { fr: 'vendredi', en: 'Friday' },
  { fr: 'samedi', en: 'Saturday' },
  { fr: 'dimanche', en: 'Sunday' },
];

const MONTHS: readonly Words[] = [
  { fr: 'janvier', en: 'January' },
  { fr: 'février', en: 'February' },
  { fr: 'mars', en: 'March' },
  { fr: 'avril', en: 'April' },
  { fr: 'mai', en: 'May' },
  { fr: 'juin', en: 'June' },
  { fr: 'juillet', en: 'July' },
  { fr: 'août', en: 'August' },
  { fr: 'septembre', en: 'September' },
  { fr: 'octobre', en: 'October' },
  { fr: 'novembre', en: 'November' },
  { fr: 'décembre', en: 'December' },
];

/** The shortest month: a later day is not in every month. */
const IN_EVERY_MONTH = 28;

function dayOf({ every, day }: Schedule): Words {
  if (day === undefined || (every !== 'week' && every !== 'month')) return { fr: '', en: '' };
  if (every === 'week') return { fr: `, le ${WEEKDAYS[day - 1]?.fr ?? ''}`, en: `, on ${WEEKDAYS[day - 1]?.en ?? ''}` };
  const { fr, en } = ordinal(day);
  if (day <= IN_EVERY_MONTH) return { fr: `, le ${fr}`, en: `, on the ${en}` };
  return { fr: `, le ${fr} (à défaut le dernier jour)`, en: `, on the ${en} (or else the last day)` };
}

function ordinal(number: number): Words {
  const isTeen = number > 10 && number < 14;
  const ending = (isTeen ? undefined : ['th', 'st', 'nd', 'rd'][number % 10]) ?? 'th';
  return { fr: number === 1 ? '1er' : String(number), en: `${number}${ending}` };
}
