import type { Project } from '../../local/apps-script/project';
import type { Rhythm } from '../../src/app/schedule';
import { type AddOn, bakery, buildAddOn, openAddOn } from './add-on';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let project: Project;
let addOn: AddOn;

beforeAll(async () => {
  project = await buildAddOn();
});

beforeEach(() => {
  addOn = openAddOn(project, { startAt: Date.UTC(2026, 10, 20, 9) });
});

function save(draft: object): string {
  return addOn.save(draft).id;
}

/** A connection to the library that is synced every day at `hour`, or as often as `every` says. */
function library(hour: number, every: Rhythm['every'] = 'day'): object {
  return { connector: 'library', settings: {}, schedule: { every, hour } };
}

function properties(): Record<string, string> {
  return addOn.machine.state.properties.document;
}

function postpone(id: string, next: string): void {
  const name = `schedule.${id}`;
  properties()[name] = (properties()[name] ?? '').replace(/\d{4}-\d\d-\d\d/, next);
}

function nextOf(id: string): string | undefined {
  return /\d{4}-\d\d-\d\d/.exec(properties()[`schedule.${id}`] ?? '')?.[0];
}

/** Names of the streams that were synced, run by run, as the history has them. */
function synced(): string[] {
  const workbook = [...addOn.machine.documents.workbooks.values()][0];
  const history = workbook?.tabs.find(({ name }) => name === 'Historique');
  const rows = history?.grid.contentRows() ?? 0;
  return Array.from({ length: Math.max(0, rows - 1) }, (_, n) => String(history?.grid.valueAt(n + 1, 3)));
}

describe('the hourly tick', () => {
  it('syncs a connection at its hour on the clock of the spreadsheet, once a day', () => {
    save(library(6));
    addOn.machine.advance(18 * HOUR);
    expect(synced()).toEqual([]);
    addOn.machine.advance(5 * HOUR);
    expect(synced()).toEqual(['Livres']);
    addOn.machine.advance(DAY);
    expect(synced()).toEqual(['Livres', 'Livres']);
  });

  it('syncs a connection of every two days on every second day', () => {
    save(library(6, 'twoDays'));
    addOn.machine.advance(6 * DAY);
    expect(synced()).toHaveLength(3);
  });

  it('leaves connections alone that have no schedule', () => {
    save(bakery());
    save(library(6));
    addOn.machine.advance(DAY);
    expect(synced()).toEqual(['Livres']);
  });

  it('makes up for missed runs with one', () => {
    const id = save(library(9));
    postpone(id, '2026-11-10');
    addOn.machine.advance(HOUR + 1000);
    expect(synced()).toEqual(['Livres']);
    expect(nextOf(id)).toBe('2026-11-21');
    addOn.machine.advance(HOUR);
    expect(synced()).toEqual(['Livres']);
  });

  it('syncs what is due in one run, the longest due first', () => {
    const first = save({ ...bakery(), schedule: { every: 'day', hour: 9 } });
    const second = save(library(9));
    postpone(first, '2026-11-18');
    postpone(second, '2026-11-17');
    addOn.machine.advance(HOUR + 1000);
    expect(synced()).toEqual(['Livres', 'Pains']);
    expect(addOn.machine.executions.filter(({ functionName }) => functionName === 'hourlyTick')).toHaveLength(1);
  });

  it('comes back an hour later when somebody else’s run is under way', () => {
    const id = save(library(9));
    postpone(id, '2026-11-18');
    const beat = addOn.machine.state.now;
    const theirs = { startedAt: beat, by: 'bob@example.com', beat, queue: ['x'], waits: 0, until: 0, mark: 0 };
    properties().run = JSON.stringify(theirs);
    addOn.machine.advance(HOUR + 1000);
    expect(synced()).toEqual([]);
    expect(nextOf(id)).toBe('2026-11-18');
    delete properties().run;
    addOn.machine.advance(HOUR);
    expect(synced()).toEqual(['Livres']);
    expect(nextOf(id)).toBe('2026-11-21');
  });

  it('comes back an hour later when Google fails before the run has begun', () => {
    const id = save(library(9));
    postpone(id, '2026-11-18');
    addOn.machine.resetCalls();
    // The first is the tick's own look at the clock of the spreadsheet.
    addOn.machine.faults.fail(2, 'Service error: Spreadsheets', { method: 'SpreadsheetApp.getActiveSpreadsheet' });
    addOn.machine.advance(HOUR + 1000);
    expect(nextOf(id)).toBe('2026-11-18');
    addOn.machine.advance(HOUR);
    expect(synced()).toEqual(['Livres']);
  });

  it('does not start a run a second time that Google killed', () => {
    const id = save(library(9));
    postpone(id, '2026-11-18');
    addOn.machine.resetCalls();
    addOn.machine.faults.kill('before', 1, { method: 'Range.setValues' });
    addOn.machine.advance(3 * HOUR);
    expect(synced()).toEqual(['Livres']);
    expect(nextOf(id)).toBe('2026-11-21');
  });

  it('leaves a connection alone whose schedule is switched off', () => {
    const id = save(library(6));
    save({ ...bakery(), schedule: { every: 'day', hour: 6 } });
    addOn.call('pauseConnection', id, true);
    addOn.machine.advance(DAY);
    expect(synced()).toEqual(['Pains']);
  });

  it('ends when somebody else has switched the last schedule off', () => {
    const id = save(library(6));
    const bob = { person: { email: 'bob@example.com', locale: 'fr' } };
    addOn.machine.run(project, 'pauseConnection', [id, true], bob);
    expect(addOn.machine.state.triggers).toHaveLength(1);
    addOn.machine.advance(DAY);
    expect(synced()).toEqual([]);
    expect(addOn.machine.state.triggers).toEqual([]);
  });

  it('leaves the connections of others alone, and ends when none is left', () => {
    const id = save(library(6));
    const name = `connection.${id}`;
    properties()[name] = (properties()[name] ?? '').replace('anne@', 'bob@');
    addOn.machine.advance(2 * DAY);
    expect(synced()).toEqual([]);
    expect(addOn.machine.state.triggers).toEqual([]);
  });

  it.each([
    ['summer', Date.UTC(2027, 2, 26, 12)],
    ['winter', Date.UTC(2026, 9, 23, 12)],
  ])('syncs once a day at 2 h also when the clocks change to %s time', (_, startAt) => {
    addOn = openAddOn(project, { startAt });
    save(library(2));
    const counts = [1, 2, 3, 4].map(() => {
      addOn.machine.advance(DAY);
      return synced().length;
    });
    expect(counts).toEqual([1, 2, 3, 4]);
  });
});
