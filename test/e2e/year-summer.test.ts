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

// July to September of a year of an office in Paris: a system that is down for a day, three weeks in which the office is closed, and a
// trigger that Google disables.

const TITLES = ['bakery', 'mill', 'harbour'] as const;

let year: OfficeYear;
/** What Anne reads when Google has not called for two days. */
let told: readonly string[] = [];

beforeAll(async () => {
  const project = await bundle('src/main.ts', { 'src/connectors/index.ts': 'test/e2e/year-connectors.ts' });
  year = openOfficeYear(project, Date.UTC(2027, 6, 1, 7, 30));
  year.save(ANNE, 'bakery', { schedule: DAILY });
  year.save(ANNE, 'mill', { schedule: DAILY });
  year.save(ANNE, 'harbour', { schedule: WEEKLY });
  year.until('2027-08-01T09:00');
  for (const title of TITLES) year.pause(ANNE, title, true);
  year.until('2027-08-23T09:00');
  for (const title of TITLES) year.pause(ANNE, title, false);
  year.until('2027-09-10T09:00');
  year.machine.disable(year.machine.state.triggers[0]?.id ?? '');
  year.until('2027-09-12T09:00');
  told = year.look(ANNE);
  year.revive(ANNE);
  year.until('2027-09-30T22:30');
  for (const title of TITLES) {
    const rhythm = title === 'harbour' ? WEEKLY : DAILY;
    year.plan(title, '2027-07-01T07:30', '2027-08-01T09:00', rhythm);
    year.plan(title, '2027-08-23T09:00', '2027-09-30T22:30', rhythm);
  }
}, 120_000);

describe('the summer of a year', () => {
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

  it('leaves one trigger, and no execution dies of what nobody foresaw', () => {
    expectTidy(year);
  });
});
