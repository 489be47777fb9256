import type { Project } from '../../local/apps-script/project';
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

// The second half of a year of an office in Paris: a system that is down for a day, three weeks in which the office is closed, a
// trigger that Google disables, and clocks that go back.

const TITLES = ['bakery', 'mill', 'harbour'] as const;

let year: OfficeYear;
/** What Anne reads when Google has called for two days no more. */
let told: readonly string[] = [];

beforeAll(async () => {
  const project: Project = await bundle('src/main.ts', { 'src/connectors/index.ts': 'test/e2e/year-connectors.ts' });
  year = openOfficeYear(project, Date.UTC(2027, 6, 1, 7, 30));
  year.save(ANNE, 'bakery', { schedule: DAILY });
  year.save(ANNE, 'mill', { schedule: DAILY });
  year.save(ANNE, 'harbour', { schedule: WEEKLY });
  // the mill is down on the 5th of July
  year.until('2027-08-01T09:00');
  for (const title of TITLES) year.pause(ANNE, title, true);
  year.until('2027-08-23T09:00');
  for (const title of TITLES) year.pause(ANNE, title, false);
  year.until('2027-09-10T09:00');
  year.machine.disable(year.machine.state.triggers[0]?.id ?? '');
  year.until('2027-09-12T09:00');
  told = year.look(ANNE);
  year.revive(ANNE);
  // clocks go back on the 31st of October
  year.until('2027-12-31T23:30');
  for (const [title, rhythm] of [
    ['bakery', DAILY],
    ['mill', DAILY],
    ['harbour', WEEKLY],
  ] as const) {
    year.plan(title, '2027-07-01T07:30', '2027-08-01T09:00', rhythm);
    year.plan(title, '2027-08-23T09:00', '2027-12-31T23:30', rhythm);
  }
}, 120_000);

describe('the second half of a year', () => {
  it.each(TITLES)('has for each time at which a sync was due (%s) one line in the history, and no other', (title) => {
    expectEachDueOnce(year, title);
  });

  it('marks what was late, and nothing else', () => {
    expectLateMarked(year);
  });

  it('tries again for hours while a system is down, then says so', () => {
    const failed = year.lines('mill').filter(({ status }) => status === 'en échec');
    expect(failed.map(({ due }) => new Date(due).toISOString())).toEqual(['2027-07-05T02:00:00.000Z']);
    expect(failed[0]?.message).toContain('pendant des heures');
  });

  it('tells the person whose trigger Google has disabled, and makes up for what was missed once they start it again', () => {
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('« Relancer »');
    const late = year.lines('bakery').filter(({ message }) => message.includes('En retard'));
    expect(late.map(({ due }) => new Date(due).toISOString().slice(0, 10))).toEqual(['2027-09-11']);
    expect(late[0]?.message).toContain('Elle remplace aussi une autre');
  });

  it('sends a summary each Monday, and nothing while the office is closed', () => {
    const summaries = year.machine.state.mails.filter(({ subject }) => subject.includes('votre semaine'));
    const days = summaries.map(({ at }) => new Date(at));
    expect(days.every((day) => day.getUTCDay() === 1)).toBe(true);
    expect(days.filter((day) => day.getUTCMonth() === 7).map((day) => day.getUTCDate())).toEqual([30]);
    expect(days).toHaveLength(22);
  });

  it('leaves one trigger, and no execution dies of what nobody foresaw', () => {
    expectTidy(year);
  });
});
