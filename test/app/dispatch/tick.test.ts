import type { Project } from '../../../local/apps-script/project';
import type { ConnectionView, Home, LossView, Result, Rhythm } from '../../../src/app/rpc';
import { type AddOn, bakery, buildAddOn, openAddOn } from '../add-on';

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

/** The history's rows below the header: its columns from Début (0) on, Message is 10, Origine 16, Prévue 17. */
function history(): readonly (readonly string[])[] {
  return addOn.hands.shown('Historique').slice(1);
}

function view(id: string): ConnectionView | undefined {
  const answer = addOn.call('listConnections') as Result<readonly ConnectionView[]>;
  return answer.ok ? answer.value.find((each) => each.id === id) : undefined;
}

describe('an hourly schedule', () => {
  it('runs once each hour, from the next full hour on', () => {
    save(library(0, 'hour'));
    addOn.machine.advance(DAY);
    expect(synced()).toHaveLength(23);
  });

  it('makes up with one run for the hours in which Google did not call, and says which', () => {
    const id = save(library(0, 'hour'));
    addOn.machine.advance(2 * HOUR);
    const { triggers } = addOn.machine.state;
    const kept = triggers.splice(0);
    addOn.machine.advance(5 * HOUR);
    triggers.push(...kept.map((trigger) => ({ ...trigger, nextAt: addOn.machine.state.now + HOUR / 2 })));
    addOn.machine.advance(HOUR);
    const late = history().at(-1) ?? [];
    expect(late[16]).toBe('automatique');
    expect(late[17]).toBe('2026-11-20 12:00:00');
    expect(late[10]).toBe(
      'En retard (prévue le 2026-11-20 12:00) : Google ne l’a pas lancée à temps. Elle remplace aussi 5 autres, prévues entre-temps.',
    );
    expect(view(id)?.last?.message).toContain('En retard');
    expect(view(id)?.schedule?.text).toBe('chaque heure');
  });
});

describe('the origin of a run', () => {
  it('stands in the history: automatic, with the time it was due, or by hand', () => {
    save(library(6));
    addOn.machine.advance(DAY);
    addOn.call('runNow');
    expect(history().map((row) => row.slice(16))).toEqual([
      ['automatique', '2026-11-21 06:00:00'],
      ['à la main', ''],
    ]);
    expect(history()[0]?.[10]).toBe('');
  });
});

describe('the day’s allowance', () => {
  /** As if so much of it had been used since the morning. */
  function use(more: object): void {
    const since = addOn.machine.state.now;
    const usage = { since, ms: 0, requests: 0, kind: 'consumer', open: [], ...more };
    addOn.machine.state.properties.user.usage = JSON.stringify(usage);
  }

  it('counts what automatic executions take, those that were killed too', () => {
    save(library(0, 'hour'));
    use({ open: [addOn.machine.state.now - 10 * 60_000] });
    addOn.machine.advance(HOUR);
    const usage = JSON.parse(addOn.machine.state.properties.user.usage ?? '') as { ms: number; open: number[] };
    const [tick] = addOn.machine.executions.filter(({ functionName }) => functionName === 'hourlyTick');
    expect(usage.ms).toBeGreaterThan(6 * 60_000);
    expect(usage.ms).toBeLessThan(6 * 60_000 + (tick ? tick.endedAt - tick.startedAt : 0));
    expect(usage.open).toEqual([]);
  });

  it.each([
    ['ms', { ms: 85 * 60_000 }, 'le temps que Google accorde'],
    ['requests', { requests: 19_000 }, 'les requêtes que Google accorde'],
  ])(
    'that is spent (%s) lets syncs wait for the next, which is said on their card and in the history',
    (_, used, said) => {
      const id = save(library(12));
      use(used);
      addOn.machine.advance(4 * HOUR);
      expect(synced()).toEqual([]);
      expect(view(id)?.waits).toContain(said);
      addOn.machine.advance(21 * HOUR);
      expect(synced()).toEqual(['Livres']);
      expect(history()[0]?.[10]).toContain(`En retard (prévue le 2026-11-20 12:00) : ${said}`);
      expect(view(id)?.waits).toBeUndefined();
    },
  );

  it('of a Workspace account is larger', () => {
    addOn = openAddOn(project, { startAt: Date.UTC(2026, 10, 20, 9), account: 'workspace' });
    save(library(12));
    addOn.machine.advance(HOUR);
    expect(addOn.machine.state.properties.user.usage).toContain('"workspace"');
  });
});

describe('a sync that was due and had to wait', () => {
  it('says so on its card until it is done, also when it is done within the hour', () => {
    const id = save(library(12));
    const beat = addOn.machine.state.now;
    properties().run = JSON.stringify({
      startedAt: beat,
      by: 'bob@example.com',
      beat,
      queue: ['x'],
      waits: 0,
      until: 0,
      mark: 0,
    });
    addOn.machine.advance(3 * HOUR + HOUR / 2);
    expect(view(id)?.waits).toContain('une autre synchronisation était en cours');
    delete properties().run;
    addOn.machine.state.now = Date.UTC(2026, 10, 20, 11, 55);
    addOn.machine.run(project, 'hourlyTick', [], { as: 'trigger' });
    expect(synced()).toEqual(['Livres']);
    expect(history()[0]?.[10]).toBe('');
    expect(view(id)?.waits).toBeUndefined();
  });
});

describe('looks whether a system answers', () => {
  const sleeping = {
    connector: 'bakery',
    settings: { site: 'https://bakery.example', apiKey: 'sesame-1', mood: 'online' },
  };

  it('once an hour, and shows the last day of them', () => {
    addOn.machine.faults.http(1, { status: 200, body: '{}' });
    save(library(6));
    const id = save(sleeping);
    for (let n = 1; n <= 30; n++) {
      const isDown = n >= 26 && n <= 28;
      addOn.machine.resetCalls();
      addOn.machine.faults.http(1, isDown ? { status: 401, body: '' } : { status: 200, body: '{}' });
      addOn.machine.advance(HOUR);
      addOn.machine.faults.clear();
      if (n === 27) {
        expect(view(id)?.health).toMatchObject({
          marks: `${'u'.repeat(22)}dd`,
          why: expect.stringContaining('clé') as string,
        });
      }
    }
    expect(view(id)?.health).toEqual({ marks: `${'u'.repeat(19)}ddduu`, why: '' });
  });

  it('takes a sync that went well for one', () => {
    const id = save(library(0, 'hour'));
    addOn.machine.advance(3 * HOUR);
    expect(view(id)?.health?.marks).toBe('uuu');
  });
});

describe('somebody whose syncs do not run any more', () => {
  const bob = { person: { email: 'bob@example.com', locale: 'fr' } };

  /** A connection of Bob's, synced every day at 6 h, beside one of Anne's. */
  function saveBobs(): string {
    save(library(6));
    const outcome = addOn.machine.run(project, 'saveConnection', [{ ...library(6), title: 'Chez Bob' }], bob);
    if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome));
    return (outcome.value as { value: ConnectionView }).value.id;
  }

  function losses(): readonly LossView[] {
    const answer = addOn.call('openHome', 'fr') as Result<Home>;
    return answer.ok ? answer.value.losses : [];
  }

  function loseTrigger(of: string): void {
    const { triggers } = addOn.machine.state;
    const at = triggers.findIndex(({ owner }) => (owner?.email ?? 'anne@example.com') === of);
    triggers.splice(at, 1);
  }

  it('is said to others when they open the sidebar', () => {
    saveBobs();
    expect(losses()).toEqual([]);
    addOn.machine.advance(5 * HOUR);
    expect(losses()).toEqual([]);
    loseTrigger('bob@example.com');
    addOn.machine.advance(5 * HOUR);
    expect(losses()).toMatchObject([{ owner: 'bob@example.com', isMine: false }]);
    expect(losses()[0]?.text).toContain('« Chez Bob »');
  });

  it('leaves a line a day in the history for what was due, which the next one that runs does not make up for', () => {
    const id = saveBobs();
    loseTrigger('bob@example.com');
    addOn.machine.advance(4 * DAY);
    const missed = history().filter((row) => row[2] === 'Chez Bob');
    expect(missed.map((row) => [row[4], row[17]])).toEqual([
      ['manqué', '2026-11-21 06:00:00'],
      ['manqué', '2026-11-23 06:00:00'],
    ]);
    expect(missed[0]?.[10]).toContain('bob@example.com');
    addOn.machine.run(project, 'reviveSyncs', [], bob);
    expect(losses()).toEqual([]);
    addOn.machine.advance(DAY);
    expect(
      history()
        .findLast((row) => row[2] === 'Chez Bob')
        ?.slice(3, 5),
    ).toEqual(['Livres', 'terminé']);
    expect(view(id)?.last?.status).toBe('finished');
  });

  it('can start them again, when it is the one who looks', () => {
    save(library(6));
    loseTrigger('anne@example.com');
    addOn.machine.advance(DAY);
    expect(losses()).toMatchObject([{ owner: 'anne@example.com', isMine: true }]);
    expect(losses()[0]?.text).toContain('« Relancer »');
    expect(addOn.call('reviveSyncs')).toMatchObject({ ok: true, value: { losses: [] } });
    addOn.machine.advance(HOUR);
    expect(synced()).toEqual(['Livres']);
  });
});

describe('in a published add-on, which has one hourly trigger a person', () => {
  it('goes on with a sync that was killed, and syncs what is due', () => {
    addOn = openAddOn(project, { startAt: Date.UTC(2026, 10, 20, 9), addOn: true });
    save(library(6));
    addOn.machine.resetCalls();
    addOn.machine.faults.kill('before', 1, { method: 'Range.setValues' });
    addOn.machine.run(project, 'runNow', [], { as: 'page' });
    expect(synced()).toEqual([]);
    addOn.machine.advance(2 * HOUR);
    expect(synced()).toEqual(['Livres']);
    addOn.machine.advance(DAY);
    expect(synced()).toEqual(['Livres', 'Livres']);
    expect(addOn.machine.state.triggers.map(({ handler }) => handler)).toEqual(['hourlyTick']);
  });
});

describe('a permission that is withdrawn', () => {
  const SHEETS = ['https://www.googleapis.com/auth/spreadsheets'];

  it('is written to its owner once, and said to others; what was due is made up for when it is given back', () => {
    const id = save(library(12));
    addOn.machine.revoke('anne@example.com', SHEETS);
    addOn.machine.advance(6 * HOUR);
    expect(addOn.machine.state.mails.map(({ to }) => to)).toEqual(['anne@example.com']);
    expect(addOn.machine.state.mails[0]?.body).toContain('Ouvrir Sync');
    const bob = { person: { email: 'bob@example.com', locale: 'fr' }, as: 'page' } as const;
    expect(addOn.machine.run(project, 'openHome', ['fr'], bob)).toMatchObject({
      value: { value: { losses: [{ owner: 'anne@example.com', isMine: false }] } },
    });
    addOn.machine.grant('anne@example.com');
    addOn.machine.advance(HOUR);
    expect(history()[0]?.[10]).toContain('autorise de nouveau Sync');
    expect(view(id)?.last?.status).toBe('finished');
    expect(addOn.machine.run(project, 'openHome', ['fr'], bob)).toMatchObject({ value: { value: { losses: [] } } });
  });
});
