import type { Schedule } from '../../src/app/schedule';
import { toWords } from '../../src/app/schedule-words';

test.each<[Schedule, string, string]>([
  [
    { every: 'day', hour: 0, next: '2026-11-21' },
    'chaque jour à 0 h ; prochaine fois samedi 21 novembre 2026 entre 0 h et 1 h',
    'every day at 0:00; next on Saturday 21 November 2026 between 0:00 and 1:00',
  ],
  [
    { every: 'twoDays', hour: 23, next: '2026-08-01' },
    'tous les deux jours à 23 h ; prochaine fois samedi 1er août 2026 entre 23 h et 0 h',
    'every two days at 23:00; next on Saturday 1 August 2026 between 23:00 and 0:00',
  ],
  [
    { every: 'week', day: 1, hour: 6, next: '2026-11-23' },
    'chaque semaine, le lundi à 6 h ; prochaine fois lundi 23 novembre 2026 entre 6 h et 7 h',
    'every week, on Monday at 6:00; next on Monday 23 November 2026 between 6:00 and 7:00',
  ],
  [
    { every: 'month', day: 1, hour: 6, next: '2026-12-01' },
    'chaque mois, le 1er à 6 h ; prochaine fois mardi 1er décembre 2026 entre 6 h et 7 h',
    'every month, on the 1st at 6:00; next on Tuesday 1 December 2026 between 6:00 and 7:00',
  ],
  [
    { every: 'month', day: 31, hour: 6, next: '2027-02-28' },
    'chaque mois, le 31 (à défaut le dernier jour) à 6 h ; prochaine fois dimanche 28 février 2027 entre 6 h et 7 h',
    'every month, on the 31st (or else the last day) at 6:00; next on Sunday 28 February 2027 between 6:00 and 7:00',
  ],
])('the schedule %j is said in both languages', (schedule, fr, en) => {
  expect(toWords(schedule)).toEqual({ fr, en });
});

test.each([
  [2, '2nd'],
  [3, '3rd'],
  [11, '11th'],
  [12, '12th'],
  [13, '13th'],
  [21, '21st'],
  [22, '22nd'],
])('day %d of a month is the %s in English', (day, said) => {
  expect(toWords({ every: 'month', day, hour: 6, next: '2026-12-01' }).en).toContain(`on the ${said} at`);
});
