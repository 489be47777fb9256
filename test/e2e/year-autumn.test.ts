import { bundle } from '../bundle';
import {
  ANNE,
  DAILY,
  expectEachDueOnce,
  expectLateMarked,
  expectTidy,
  type OfficeYear,
  openOfficeYear,
  WEEKLY,
} from './office-year';

// October to December of a year of an office in Paris: clocks that go back.

const TITLES = ['bakery', 'mill', 'harbour'] as const;

let year: OfficeYear;

beforeAll(async () => {
  const project = await bundle('src/main.ts', { 'src/connectors/index.ts': 'test/e2e/year-connectors.ts' });
  year = openOfficeYear(project, Date.UTC(2027, 9, 1, 7, 30));
  year.save(ANNE, 'bakery', { schedule: DAILY });
  year.save(ANNE, 'mill', { schedule: DAILY });
  year.save(ANNE, 'harbour', { schedule: WEEKLY });
  year.until('2027-12-31T22:30');
  for (const title of TITLES) {
    year.plan(title, '2027-10-01T07:30', '2027-12-31T22:30', title === 'harbour' ? WEEKLY : DAILY);
  }
}, 120_000);

describe('the autumn of a year', () => {
  it.each(TITLES)('has for each time at which a sync was due (%s) one line in the history, and no other', (title) => {
    expectEachDueOnce(year, title);
  });

  it('marks what was late, and nothing is', () => {
    expectLateMarked(year);
    expect(year.lines().filter(({ message }) => message.includes('En retard'))).toEqual([]);
  });

  it('sends a summary each Monday', () => {
    const summaries = year.machine.state.mails.filter(({ subject }) => subject.includes('votre semaine'));
    const days = summaries.map(({ at }) => new Date(at));
    expect(days.every((day) => day.getUTCDay() === 1)).toBe(true);
    expect(days).toHaveLength(13);
  });

  it('leaves one trigger, and no execution dies of what nobody foresaw', () => {
    expectTidy(year);
  });
});
