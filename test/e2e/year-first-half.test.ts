import type { Project } from '../../local/apps-script/project';
import { bundle } from '../bundle';
import {
  ANNE,
  BOB,
  DAILY,
  expectEachDueOnce,
  expectLateMarked,
  expectTidy,
  HOURLY,
  type OfficeYear,
  openOfficeYear,
  WEEKLY,
} from './office-year';

// The first half of a year of an office in Paris, with three connections: a permission that is withdrawn for some days, a key that is
// refused for two weeks, clocks that go forward, somebody who leaves, and two weeks in which Google's allowance is too small.

let year: OfficeYear;
/** What people read when they looked. */
const told: (readonly [string, readonly string[]])[] = [];
let givenUp = 0;

beforeAll(async () => {
  const project: Project = await bundle('src/main.ts', { 'src/connectors/index.ts': 'test/e2e/year-connectors.ts' });
  year = openOfficeYear(project, Date.UTC(2027, 0, 1, 7, 30));
  withTwoPeople();
  withOnePerson();
}, 120_000);

function look(person: typeof ANNE): void {
  told.push([person.email, year.look(person)]);
}

function withTwoPeople(): void {
  year.save(ANNE, 'bakery', { schedule: DAILY });
  year.save(ANNE, 'mill', { schedule: DAILY });
  year.until('2027-02-05T09:00');
  year.save(BOB, 'harbour', { schedule: WEEKLY });
  year.until('2027-02-14T12:00');
  year.machine.revoke(ANNE.email, ['https://www.googleapis.com/auth/spreadsheets']);
  year.until('2027-02-15T10:00');
  look(BOB);
  year.until('2027-02-17T10:00');
  year.machine.grant(ANNE.email);
  year.until('2027-02-17T12:00');
  look(BOB);
  year.until('2027-03-03T12:00');
  year.machine.leave(BOB.email);
  year.until('2027-03-04T09:00');
  look(ANNE);
}

/** The bakery's key is refused for two weeks in March; clocks go forward on the 28th. */
function withOnePerson(): void {
  year.until('2027-04-20T09:00');
  year.save(ANNE, 'harbour', { settings: { place: 'Nantes' } });
  year.until('2027-04-20T12:00');
  look(ANNE);
  year.until('2027-05-03T06:20');
  year.save(ANNE, 'mill', { schedule: HOURLY });
  year.until('2027-05-17T06:20');
  givenUp = year.planUntilChange('mill', '2027-05-03T06:20', '2027-05-17T06:20', HOURLY);
  year.save(ANNE, 'mill', { schedule: DAILY });
  year.until('2027-06-30T22:30');
  year.plan('bakery', '2027-01-01T07:30', '2027-06-30T22:30', DAILY);
  year.plan('mill', '2027-01-01T07:30', '2027-05-03T06:20', DAILY);
  year.plan('mill', '2027-05-17T06:20', '2027-06-30T22:30', DAILY);
  year.plan('harbour', '2027-02-05T09:00', '2027-06-30T22:30', WEEKLY);
}

describe('the first half of a year', () => {
  it.each(['bakery', 'mill', 'harbour'])(
    'has for each time at which a sync was due (%s) one line in the history, and no other',
    (title) => {
      expectEachDueOnce(year, title);
    },
  );

  it('marks what was late, and nothing else', () => {
    expectLateMarked(year);
  });

  it('spreads the hourly syncs of the starved weeks within Google’s allowance', () => {
    const mill = year.lines('mill');
    expect(mill.filter(({ message }) => message.includes('le temps que Google accorde')).length).toBeGreaterThan(30);
    expect(givenUp).toBeLessThan(6);
    for (let day = 5; day < 16; day += 1) {
      const date = `2027-05-${String(day).padStart(2, '0')}`;
      const runs = mill.filter(({ startedAt }) => new Date(startedAt).toISOString().startsWith(date));
      expect(runs.length).toBeGreaterThanOrEqual(12);
      expect(runs.length).toBeLessThan(20);
    }
  });

  it('has failures with their reasons, and mails once when they begin and once when they end', () => {
    const failed = year.lines('bakery').filter(({ status }) => status === 'en échec');
    expect(failed).toHaveLength(14);
    expect(failed.every(({ message }) => message.includes('Clé refusée.'))).toBe(true);
    const march = year.machine.state.mails.filter(({ at }) => new Date(at).getUTCMonth() === 2);
    expect(march.map(({ subject }) => subject).filter((subject) => subject.includes('« bakery »'))).toEqual([
      'Sync : échec de « bakery »',
      'Sync : « bakery » fonctionne de nouveau',
    ]);
  });

  it('tells others of somebody whose permission is withdrawn, and of somebody who has left', () => {
    expect(told.map(([who, texts]) => [who, texts.length])).toEqual([
      [BOB.email, 1],
      [BOB.email, 0],
      [ANNE.email, 1],
      [ANNE.email, 0],
    ]);
    expect(told[0]?.[1][0]).toContain(`de ${ANNE.email} (« bakery », « mill »)`);
    expect(told[2]?.[1][0]).toContain(`de ${BOB.email} (« harbour »)`);
    const mails = year.machine.state.mails.filter(({ subject }) => subject.includes(BOB.email));
    expect(mails).toHaveLength(1);
    const missed = year.lines('harbour').filter(({ status }) => status === 'manqué');
    expect(missed.length).toBeGreaterThan(3);
    expect(missed.every(({ message }) => message.includes(BOB.email))).toBe(true);
  });

  it('leaves no trigger of anybody else behind, and no execution dies of what nobody foresaw', () => {
    expectTidy(year);
  });
});
