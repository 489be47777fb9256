import { createMachine, type Machine } from '../../local/apps-script/machine';
import type { Outcome } from '../../local/apps-script/outcome';
import type { Person } from '../../local/apps-script/person';
import type { Project } from '../../local/apps-script/project';
import { createUserHands } from '../../local/apps-script/spreadsheet/user-hands';
import type { ConnectionView, Home, Result, Rhythm } from '../../src/app/rpc';
import { bundle } from '../bundle';

// A year of an office in Paris: three connections, two people, clocks that change twice, a key that is refused, weeks in which Google's
// allowance is too small, a permission that is withdrawn for some days, and somebody who leaves.

const HOUR = 3_600_000;
const ANNE: Person = { email: 'anne@example.com', locale: 'fr' };
const BOB: Person = { email: 'bob@example.com', locale: 'fr' };
const START = Date.UTC(2027, 0, 1, 7, 30);

let project: Project;
let machine: Machine;
/** The ids of the connections by what they are called. */
const ids: Record<string, string> = {};
/** What is due, as the test counts it itself, on the clocks of Paris, by connection. */
const due: Record<string, number[]> = { mill: [], bakery: [], harbour: [] };
/** What people were told, by the instant at which they looked. */
const told: { at: number; who: string; texts: readonly string[] }[] = [];

function call(person: Person, name: string, ...args: unknown[]): unknown {
  const outcome = machine.run(project, name, args, { as: 'page', person });
  if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome));
  const result = outcome.value as Result<unknown>;
  if (!result.ok) throw new Error(result.advice);
  return result.value;
}

function save(person: Person, title: string, more: object): void {
  ids[title] = (
    call(person, 'saveConnection', { connector: title, title, settings: {}, ...more }) as ConnectionView
  ).id;
}

function look(person: Person): void {
  const { losses } = call(person, 'openHome', 'fr') as Home;
  told.push({ at: machine.state.now, who: person.email, texts: losses.map(({ text }) => text) });
}

/** Lets time pass until a moment in UTC, and the triggers of all people fire. */
function until(iso: string): void {
  machine.advance(Date.parse(`${iso}:00Z`) - machine.state.now);
}

const paris = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short', timeStyle: 'medium' });

/** What the clocks of Paris show at an instant, as milliseconds that read right in UTC. */
function wall(ms: number): number {
  return Date.parse(`${paris.format(ms).replace(' ', 'T')}Z`);
}

/** When a rhythm is due in a stretch of time, on the clocks of Paris: an hour that comes twice counts once, one that is skipped as the next. */
function dueBetween(from: number, to: number, { every, hour }: Rhythm): number[] {
  const found = new Set<number>();
  let before = 0;
  for (let at = Math.ceil(from / HOUR) * HOUR; at < to; at += HOUR) {
    const shown = new Date(wall(at));
    const isSkipped = shown.getTime() - before === 2 * HOUR && shown.getUTCHours() - 1 === hour;
    const isToday = every !== 'week' || shown.getUTCDay() === 1;
    if (every === 'hour' || (isToday && (isSkipped || shown.getUTCHours() === hour))) found.add(shown.getTime());
    before = shown.getTime();
  }
  return [...found];
}

interface Line {
  readonly title: string;
  readonly status: string;
  readonly startedAt: number;
  readonly due: number;
  readonly message: string;
}

/** The lines of the history, in which times are those of Paris. */
function history(): readonly Line[] {
  const [workbook] = machine.documents.workbooks.values();
  if (!workbook) throw new Error('There is no spreadsheet');
  const rows = createUserHands(workbook, () => machine.state.now)
    .rows('Historique')
    .slice(1);
  return rows.map((row) => ({
    ...{ title: String(row[2]), status: String(row[4]), message: String(row[10]) },
    startedAt: wall(Number(row[0])),
    due: wall(Number(row[17])),
  }));
}

/** The year as it was lived: what was due, and what the history says of it. */
beforeAll(async () => {
  project = await bundle('src/main.ts', { 'src/connectors/index.ts': 'test/e2e/year-connectors.ts' });
  machine = createMachine({ ...ANNE, startAt: START });
  const begun = performance.now();
  winter();
  spring();
  summer();
  autumn();
  seconds = (performance.now() - begun) / 1000;
}, 120_000);

let seconds = 0;

/** From one moment in UTC to another a connection is due in this rhythm. */
function plan(title: string, from: string, to: string, rhythm: Rhythm): void {
  due[title]?.push(...dueBetween(Date.parse(`${from}:00Z`), Date.parse(`${to}:00Z`), rhythm));
}

const DAILY: Rhythm = { every: 'day', hour: 2 };
const WEEKLY: Rhythm = { every: 'week', hour: 6, day: 1 };
const HOURLY: Rhythm = { every: 'hour', hour: 0 };

function winter(): void {
  save(ANNE, 'bakery', { schedule: DAILY });
  save(ANNE, 'mill', { schedule: DAILY });
  until('2027-02-01T09:00');
  save(BOB, 'harbour', { schedule: WEEKLY });
  until('2027-02-14T12:00');
  machine.revoke(ANNE.email, ['https://www.googleapis.com/auth/spreadsheets']);
  until('2027-02-15T10:00');
  look(BOB);
  until('2027-02-17T10:00');
  machine.grant(ANNE.email);
  until('2027-02-17T12:00');
  look(BOB);
  // the bakery's key is refused for two weeks, and clocks go forward on the 28th of March
  until('2027-04-05T12:00');
}

function spring(): void {
  machine.leave(BOB.email);
  until('2027-04-06T09:00');
  look(ANNE);
  until('2027-05-03T06:20');
  edit('mill', { schedule: HOURLY });
  until('2027-05-17T06:20');
  endAtLast('mill', '2027-05-03T06:20', '2027-05-17T06:20', HOURLY);
  edit('mill', { schedule: DAILY });
  until('2027-05-25T09:00');
  edit('harbour', { settings: { place: 'Nantes' } });
  until('2027-05-25T12:00');
  look(ANNE);
}

function summer(): void {
  // the mill is down on the 5th of July
  until('2027-08-01T09:00');
  for (const title of ['bakery', 'mill', 'harbour']) call(ANNE, 'pauseConnection', ids[title], true);
  until('2027-08-23T09:00');
  for (const title of ['bakery', 'mill', 'harbour']) call(ANNE, 'pauseConnection', ids[title], false);
}

function autumn(): void {
  until('2027-09-10T09:00');
  machine.disable(machine.state.triggers[0]?.id ?? '');
  until('2027-09-12T09:00');
  look(ANNE);
  call(ANNE, 'reviveSyncs');
  // clocks go back on the 31st of October
  until('2027-12-31T23:30');
  plan('bakery', '2027-01-01T07:30', '2027-08-01T09:00', DAILY);
  plan('bakery', '2027-08-23T09:00', '2027-12-31T23:30', DAILY);
  plan('mill', '2027-01-01T07:30', '2027-05-03T06:20', DAILY);
  plan('mill', '2027-05-17T06:20', '2027-08-01T09:00', DAILY);
  plan('mill', '2027-08-23T09:00', '2027-12-31T23:30', DAILY);
  plan('harbour', '2027-02-01T09:00', '2027-08-01T09:00', WEEKLY);
  plan('harbour', '2027-08-23T09:00', '2027-12-31T23:30', WEEKLY);
}

function edit(title: string, more: object): void {
  call(ANNE, 'saveConnection', { id: ids[title], connector: title, settings: {}, ...more });
}

/** As `plan`; what waits when a person changes the rhythm is given up. */
function endAtLast(title: string, from: string, to: string, rhythm: Rhythm): void {
  const last = Math.max(...history().flatMap((line) => (line.title === title ? [line.startedAt] : [])));
  const all = dueBetween(Date.parse(`${from}:00Z`), Date.parse(`${to}:00Z`), rhythm);
  due[title]?.push(...all.filter((at) => at <= last));
  givenUp = all.filter((at) => at > last).length;
}

let givenUp = 0;

function linesOf(title: string): readonly Line[] {
  return history().filter((line) => line.title === title);
}

describe('a year', () => {
  it.each(['bakery', 'mill', 'harbour'])(
    'has for each run that was due (%s) one line in the history, and no other',
    (title) => {
      const lines = linesOf(title);
      const times = due[title] ?? [];
      const covering = times.map((at) => lines.filter((line) => line.due <= at && at <= line.startedAt).length);
      const odd = times.filter((_, n) => covering[n] !== 1).map((at) => new Date(at).toISOString());
      expect(odd).toEqual([]);
      const idle = lines.filter((line) => !times.some((at) => line.due <= at && at <= line.startedAt));
      expect(idle).toEqual([]);
      expect(times.length).toBeGreaterThan(40);
    },
  );

  it('marks what was late, and nothing else', () => {
    for (const { due: at, startedAt, message, status } of history()) {
      const isLate = startedAt - at > 65 * 60_000;
      const saysSo = message.includes('En retard') || status === 'manqué';
      expect([new Date(at).toISOString(), saysSo]).toEqual([new Date(at).toISOString(), isLate]);
    }
  });

  it('spreads the hourly syncs of the starved weeks within Google’s allowance', () => {
    const starved = linesOf('mill').filter(({ message }) => message.includes('le temps que Google accorde'));
    expect(starved.length).toBeGreaterThan(30);
    expect(givenUp).toBeLessThan(6);
    const refused = machine.executions.filter((outcome) => reasonOf(outcome).includes('computer time'));
    expect(refused).toEqual([]);
    const days = new Map<string, number>();
    for (const { startedAt } of linesOf('mill')) {
      const day = new Date(startedAt).toISOString().slice(0, 10);
      days.set(day, (days.get(day) ?? 0) + 1);
    }
    for (let day = 5; day < 16; day += 1) {
      const count = days.get(`2027-05-${String(day).padStart(2, '0')}`);
      expect(count).toBeGreaterThanOrEqual(12);
      expect(count).toBeLessThan(20);
    }
  });

  it('has failures with their reasons, and mails once when they begin and once when they end', () => {
    const failed = linesOf('bakery').filter(({ status }) => status === 'en échec');
    expect(failed).toHaveLength(14);
    expect(failed.every(({ message }) => message.includes('Clé refusée.'))).toBe(true);
    const march = machine.state.mails.filter(
      ({ subject, at }) => subject.includes('bakery') && new Date(at).getUTCMonth() === 2,
    );
    expect(march.map(({ to }) => to)).toEqual([ANNE.email, ANNE.email]);
  });

  it('tells others of somebody whose permission is withdrawn, and of somebody who has left', () => {
    expect(told.map(({ who, texts }) => [who, texts.length])).toEqual([
      [BOB.email, 1],
      [BOB.email, 0],
      [ANNE.email, 1],
      [ANNE.email, 0],
      [ANNE.email, 1],
    ]);
    expect(told[0]?.texts[0]).toContain(`de ${ANNE.email} (« bakery », « mill »)`);
    expect(told[2]?.texts[0]).toContain(`de ${BOB.email} (« harbour »)`);
    expect(told[4]?.texts[0]).toContain('« Relancer »');
    const mails = machine.state.mails.filter(({ subject }) => subject.includes(BOB.email));
    expect(mails).toHaveLength(1);
    expect(linesOf('harbour').some(({ status, message }) => status === 'manqué' && message.includes(BOB.email))).toBe(
      true,
    );
  });

  it('leaves no trigger behind but the one hourly trigger of who is still there', () => {
    expect(machine.state.triggers.map(({ handler, owner }) => [handler, owner?.email ?? ANNE.email])).toEqual([
      ['hourlyTick', ANNE.email],
    ]);
  });

  it('brings all tabs up to date, and no execution dies of what nobody foresaw', () => {
    const wrong = machine.executions.filter(({ status }) => status !== 'done');
    expect(wrong.map(reasonOf)).toEqual([]);
    expect(seconds).toBeGreaterThan(0);
  });
});

function reasonOf(outcome: Outcome): string {
  if (outcome.status === 'failed') return outcome.error.message;
  return outcome.status === 'killed' ? outcome.reason : '';
}
