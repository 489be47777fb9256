import { createMachine, type Machine } from '../../local/apps-script/machine';
import type { Outcome } from '../../local/apps-script/outcome';
import type { Person } from '../../local/apps-script/person';
import type { Project } from '../../local/apps-script/project';
import { createUserHands } from '../../local/apps-script/spreadsheet/user-hands';
import type { ConnectionView, Home, Result, Rhythm } from '../../src/app/rpc';

export const ANNE: Person = { email: 'anne@example.com', locale: 'fr' };
export const BOB: Person = { email: 'bob@example.com', locale: 'fr' };

export const DAILY: Rhythm = { every: 'day', hour: 2 };
export const WEEKLY: Rhythm = { every: 'week', hour: 6, day: 1 };
export const HOURLY: Rhythm = { every: 'hour', hour: 0 };

/** A line of the history; times are what the clocks of Paris show, as milliseconds that read right in UTC. */
export interface Line {
  readonly title: string;
  readonly status: string;
  readonly startedAt: number;
  readonly due: number;
  readonly message: string;
}

/** An office in Paris over months: what its people do, what is due, and what the history says of it. */
export interface OfficeYear {
  readonly machine: Machine;
  /** Lets time pass until a moment in UTC, such as `2027-02-01T09:00`, and the triggers of all people fire. */
  until(moment: string): void;
  /** Saves a new connection of the connector `title`, or changes it. */
  save(person: Person, title: string, more: object): void;
  /** Switches the schedule of a connection off and on. */
  pause(person: Person, title: string, isPaused: boolean): void;
  revive(person: Person): void;
  /** What a person is told of syncs that do not run, when they open the sidebar. */
  look(person: Person): readonly string[];
  /** From one moment in UTC to another a connection is due in this rhythm. */
  plan(title: string, from: string, to: string, rhythm: Rhythm): void;
  /** The same until a person changes the rhythm: what waits then is given up. Returns how much. */
  planUntilChange(title: string, from: string, to: string, rhythm: Rhythm): number;
  /** When a connection was due, as planned, on the clocks of Paris. */
  due(title: string): readonly number[];
  lines(title?: string): readonly Line[];
}

const HOUR = 3_600_000;

/** An office whose year begins at `startAt`, with the systems of `year-connectors.ts`. */
export function openOfficeYear(project: Project, startAt: number): OfficeYear {
  const machine = createMachine({ ...ANNE, startAt });
  const ids = new Map<string, string>();
  const due = new Map<string, number[]>();
  const call = (person: Person, name: string, ...args: unknown[]): unknown => {
    const outcome = machine.run(project, name, args, { as: 'page', person });
    if (outcome.status !== 'done') throw new Error(reasonOf(outcome));
    const result = outcome.value as Result<unknown>;
    if (!result.ok) throw new Error(result.advice);
    return result.value;
  };
  const plan = (title: string, times: readonly number[]): void =>
    void due.set(title, [...(due.get(title) ?? []), ...times]);
  const lines = (title?: string): readonly Line[] =>
    readLines(machine).filter((line) => title === undefined || line.title === title);
  return {
    ...{ machine, lines },
    until: (moment) => void machine.advance(toMs(moment) - machine.state.now),
    save(person, title, more) {
      const id = ids.get(title);
      const draft = { connector: title, title, settings: {}, ...(id === undefined ? {} : { id }), ...more };
      ids.set(title, (call(person, 'saveConnection', draft) as ConnectionView).id);
    },
    pause: (person, title, isPaused) => void call(person, 'pauseConnection', ids.get(title), isPaused),
    revive: (person) => void call(person, 'reviveSyncs'),
    look: (person) => (call(person, 'openHome', 'fr') as Home).losses.map(({ text }) => text),
    plan(title, from, to, rhythm) {
      plan(title, dueBetween(toMs(from), toMs(to), rhythm));
    },
    planUntilChange(title, from, to, rhythm) {
      const last = Math.max(...lines(title).map(({ startedAt }) => startedAt));
      const all = dueBetween(toMs(from), toMs(to), rhythm);
      plan(
        title,
        all.filter((at) => at <= last),
      );
      return all.filter((at) => at > last).length;
    },
    due: (title) => due.get(title) ?? [],
  };
}

/** Each time a connection was due has one line in the history that begins with it or makes up for it, and no line is without. */
export function expectEachDueOnce(year: OfficeYear, title: string): void {
  const [lines, times] = [year.lines(title), year.due(title)];
  const isOf = (line: Line, at: number): boolean => line.due <= at && at <= line.startedAt;
  const odd = times.filter((at) => lines.filter((line) => isOf(line, at)).length !== 1);
  expect(odd.map((at) => new Date(at).toISOString())).toEqual([]);
  expect(lines.filter((line) => !times.some((at) => isOf(line, at)))).toEqual([]);
  expect(times.length).toBeGreaterThan(8);
}

/** What began over an hour after it was due says so, and nothing else does. */
export function expectLateMarked(year: OfficeYear): void {
  for (const { due, startedAt, message, status } of year.lines()) {
    const saysSo = message.includes('En retard') || status === 'manqué';
    const when = new Date(due).toISOString();
    expect([when, saysSo]).toEqual([when, startedAt - due > 65 * 60_000]);
  }
}

/** Only who is still there has a trigger, and one; and no execution died of what nobody foresaw. */
export function expectTidy({ machine }: OfficeYear): void {
  const triggers = machine.state.triggers.map(({ handler, owner }) => [handler, owner?.email ?? ANNE.email]);
  expect(triggers).toEqual([['hourlyTick', ANNE.email]]);
  expect(machine.executions.filter(({ status }) => status !== 'done').map(reasonOf)).toEqual([]);
}

function reasonOf(outcome: Outcome): string {
  if (outcome.status === 'failed') return outcome.error.message;
  return outcome.status === 'killed' ? outcome.reason : '';
}

function toMs(moment: string): number {
  return Date.parse(`${moment}:00Z`);
}

const paris = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short', timeStyle: 'medium' });

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

function readLines(machine: Machine): readonly Line[] {
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
