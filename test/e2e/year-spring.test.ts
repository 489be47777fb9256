import { bundle } from '../bundle';
import {
  ANNE,
  DAILY,
  expectEachDueOnce,
  expectLateMarked,
  expectTidy,
  HOURLY,
  type OfficeYear,
  openOfficeYear,
  WEEKLY,
} from './office-year';

// April to June of a year of an office in Paris: two weeks in which Google's allowance is too small for a connection that is synced
// every hour.

let year: OfficeYear;
let givenUp = 0;

beforeAll(async () => {
  const project = await bundle('src/main.ts', { 'src/connectors/index.ts': 'test/e2e/year-connectors.ts' });
  year = openOfficeYear(project, Date.UTC(2027, 3, 1, 7, 30));
  year.save(ANNE, 'bakery', { schedule: DAILY });
  year.save(ANNE, 'mill', { schedule: DAILY });
  year.save(ANNE, 'harbour', { schedule: WEEKLY });
  year.until('2027-05-03T06:20');
  year.save(ANNE, 'mill', { schedule: HOURLY });
  year.until('2027-05-17T06:20');
  givenUp = year.planUntilChange('mill', '2027-05-03T06:20', '2027-05-17T06:20', HOURLY);
  year.save(ANNE, 'mill', { schedule: DAILY });
  year.until('2027-06-30T22:30');
  year.plan('bakery', '2027-04-01T07:30', '2027-06-30T22:30', DAILY);
  year.plan('mill', '2027-04-01T07:30', '2027-05-03T06:20', DAILY);
  year.plan('mill', '2027-05-17T06:20', '2027-06-30T22:30', DAILY);
  year.plan('harbour', '2027-04-01T07:30', '2027-06-30T22:30', WEEKLY);
}, 120_000);

describe('the spring of a year', () => {
  it.each(['bakery', 'mill', 'harbour'])(
    'has for each time at which a sync was due (%s) one line in the history, and no other',
    (title) => {
      expectEachDueOnce(year, title);
    },
  );

  it('marks what was late, and nothing else', () => {
    expectLateMarked(year);
  });

  it('spreads the hourly syncs of the starved weeks within Google’s allowance, and the nightly one keeps its hour', () => {
    const mill = year.lines('mill');
    expect(mill.filter(({ message }) => message.includes('le temps que Google accorde')).length).toBeGreaterThan(30);
    expect(givenUp).toBeLessThan(6);
    for (let day = 5; day < 16; day += 1) {
      const date = `2027-05-${String(day).padStart(2, '0')}`;
      const runs = mill.filter(({ startedAt }) => new Date(startedAt).toISOString().startsWith(date));
      expect(runs.length).toBeGreaterThanOrEqual(12);
      expect(runs.length).toBeLessThan(20);
    }
    expect(year.lines('bakery').filter(({ message }) => message !== '')).toEqual([]);
  });

  it('leaves one trigger, and no execution dies of what nobody foresaw', () => {
    expectTidy(year);
  });
});
