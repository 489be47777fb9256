import { bundle } from '../bundle';
import {
  ANNE,
  BOB,
  DAILY,
  expectEachDueOnce,
  expectLateMarked,
  expectTidy,
  type OfficeYear,
  openOfficeYear,
  WEEKLY,
} from './office-year';

// January to March of a year of an office in Paris, with three connections: a permission that is withdrawn for some days, somebody who
// leaves, a key that is refused for two weeks, and clocks that go forward.

let year: OfficeYear;
/** What people read when they looked. */
const told: (readonly [string, readonly string[]])[] = [];

beforeAll(async () => {
  const project = await bundle('src/main.ts', { 'src/connectors/index.ts': 'test/e2e/year-connectors.ts' });
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
  year.until('2027-01-20T09:00');
  year.save(BOB, 'harbour', { schedule: WEEKLY });
  year.until('2027-02-14T12:00');
  year.machine.revoke(ANNE.email, ['https://www.googleapis.com/auth/spreadsheets']);
  year.until('2027-02-15T10:00');
  look(BOB);
  year.until('2027-02-17T10:00');
  year.machine.grant(ANNE.email);
  year.until('2027-02-17T12:00');
  look(BOB);
  year.until('2027-02-20T12:00');
  year.machine.leave(BOB.email);
  year.until('2027-02-21T09:00');
  look(ANNE);
}

/** The bakery's key is refused from the 8th to the 21st of March; clocks go forward on the 28th. */
function withOnePerson(): void {
  year.until('2027-03-23T09:00');
  year.save(ANNE, 'harbour', { settings: { place: 'Nantes' } });
  year.until('2027-03-23T12:00');
  look(ANNE);
  year.until('2027-03-31T22:30');
  year.plan('bakery', '2027-01-01T07:30', '2027-03-31T22:30', DAILY);
  year.plan('mill', '2027-01-01T07:30', '2027-03-31T22:30', DAILY);
  year.plan('harbour', '2027-01-20T09:00', '2027-03-31T22:30', WEEKLY);
}

describe('the winter of a year', () => {
  it.each(['bakery', 'mill', 'harbour'])(
    'has for each time at which a sync was due (%s) one line in the history, and no other',
    (title) => {
      expectEachDueOnce(year, title);
    },
  );

  it('marks what was late, and nothing else', () => {
    expectLateMarked(year);
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
    expect(missed.length).toBeGreaterThan(2);
    expect(missed.every(({ message }) => message.includes(BOB.email))).toBe(true);
  });

  it('leaves no trigger of anybody else behind, and no execution dies of what nobody foresaw', () => {
    expectTidy(year);
  });
});
