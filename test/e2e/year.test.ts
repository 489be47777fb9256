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
const DAY = 24 * HOUR;
const ANNE: Person = { email: 'anne@example.com', locale: 'fr' };
const BOB: Person = { email: 'bob@example.com', locale: 'fr' };
const START = Date.UTC(2027, 0, 1, 7, 30);

let project: Project;
let machine: Machine;
/** The ids of the connections by what they are called. */
const ids: Record<string, string> = {};
/** What is due, as the test counts it itself: instants by connection. */
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
  ids[title] = (call(person, 'saveConnection', { connector: title, title, settings: {}, ...more }) as ConnectionView).id;
}

function look(person: Person): void {
  const { losses } = call(person, 'openHome', 'fr') as Home;
  told.push({ at: machine.state.now, who: person.email, texts: losses.map(({ text }) => text) });
}

/** Lets time pass until a moment in UTC, and the triggers of all people fire. */
function until(iso: string): void {
  machine.advance(Date.parse(`${iso}:00Z`) - machine.state.now);
}

const paris = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Paris',
  weekday: 'short',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** The hours at which a rhythm is due in a stretch of time, from the calendar of Paris alone: of an hour that comes twice, the first. */
function dueBetween(from: number, to: number, { every, hour }: Rhythm): number[] {
  const found: number[] = [];
  let last = '';
  for (let at = Math.ceil(from / HOUR) * HOUR; at < to; at += HOUR) {
    const [weekday = '', time = ''] = paris.format(at).split(/,? /);
    const isIt = every === 'hour' || (Number(time.slice(0, 2)) === hour && (every === 'day' || weekday === 'Mon'));
    if (isIt && time !== last) found.push(at);
    last = time;
  }
  return found;
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
  const rows = createUserHands(workbook, () => machine.state.now).rows('Historique').slice(1);
  return rows.map((row) => ({
    ...{ title: String(row[2]), status: String(row[4]), message: String(row[10]) },
    startedAt: Number(row[0]),
    due: Number(row[17]),
  }));
}

beforeAll(async () => {
  project = await bundle('src/main.ts', { 'src/connectors/index.ts': 'test/e2e/year-connectors.ts' });
  machine = createMachine({ ...ANNE, startAt: START });
  liveAYear();
}, 120_000);

function plan(title: string, from: string | number, to: string | number, rhythm: Rhythm): void {
  const [first, last] = [from, to].map((at) => (typeof at === 'number' ? at : Date.parse(`${at}:00Z`)));
  due[title]?.push(...dueBetween(first ?? 0, last ?? 0, rhythm));
}

function liveAYear(): void {
  save(ANNE, 'bakery', { schedule: { every: 'day', hour: 2 } });
  save(ANNE, 'mill', { schedule: { every: 'day', hour: 2 } });
  save(BOB, 'harbour', { schedule: { every: 'week', hour: 6, day: 1 } });
  until('2027-12-31T22:30');
}

it('runs', () => {
  console.log(machine.executions.length, history().length);
});
