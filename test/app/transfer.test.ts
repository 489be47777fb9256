import type { Project } from '../../local/apps-script/project';
import type { ConnectionView, Home, Result } from '../../src/app/rpc';
import { type AddOn, bakery, buildAddOn, openAddOn, SECRET } from './add-on';

const START = { startAt: Date.UTC(2026, 10, 20, 9) };
const DAILY = { every: 'day', hour: 6 };

let project: Project;
let addOn: AddOn;

beforeAll(async () => {
  project = await buildAddOn();
});

beforeEach(() => {
  addOn = openAddOn(project, START);
});

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.advice);
  return result.value;
}

function save(draft: object): ConnectionView {
  const view = valueOf(addOn.call('saveConnection', draft) as Result<ConnectionView>);
  addOn.machine.advance(1000);
  return view;
}

function exported(): string {
  return valueOf(addOn.call('exportConnections') as Result<string>);
}

function imported(text: string, into = addOn): readonly ConnectionView[] {
  return valueOf(into.call('importConnections', text) as Result<Home>).connections;
}

/** An export of these connections. */
function textOf(...connections: readonly unknown[]): string {
  return JSON.stringify({ format: 'sync/connections', version: 1, connections });
}

const loaves = { connector: 'bakery', title: 'Corner', settings: { site: 'https://bakery.example' } };

describe('an export', () => {
  it('brings connections into another spreadsheet as they were, without keys and with schedules that are off', () => {
    const first = save({ ...bakery(), title: 'Corner', streams: ['cakes'], mode: 'full', schedule: DAILY });
    const second = save({ connector: 'harbour', settings: { entry: 'guest', quay: '7' }, tabs: { ships: 'Flotte' } });
    const bob = openAddOn(project, { ...START, email: 'bob@example.com' });
    const views = imported(exported(), bob);
    expect(views).toEqual([
      {
        ...first,
        id: expect.not.stringMatching(first.id) as string,
        owner: 'bob@example.com',
        createdAt: expect.any(String) as string,
        needsSecrets: true,
        schedule: { ...first.schedule, paused: true },
      },
      {
        ...second,
        id: expect.not.stringMatching(second.id) as string,
        owner: 'bob@example.com',
        createdAt: expect.any(String) as string,
      },
    ]);
    expect(bob.machine.state.triggers).toEqual([]);
  });

  it('holds no secret, no owner and no history', () => {
    const { id } = save(bakery());
    addOn.call('runNow', [id]);
    const text = exported();
    for (const hidden of [SECRET, 'anne@example.com', id, 'startedAt']) expect(text).not.toContain(hidden);
  });

  it('of no connections brings none', () => {
    expect(imported(exported())).toEqual([]);
  });
});

describe('a connection that was imported', () => {
  it('waits for its key: it neither runs nor can be switched on before', () => {
    const [view] = imported(textOf({ ...loaves, schedule: DAILY }));
    const id = view?.id ?? '';
    expect(addOn.call('runNow', [id])).toMatchObject({ value: { entries: [{ status: 'failed' }] } });
    const refused = addOn.call('pauseConnection', id, false) as Result<unknown>;
    expect(refused).toMatchObject({ ok: false, field: 'schedule' });
    expect(refused.ok ? '' : refused.advice).toContain('n’a pas encore de clé');
    const renamed = save({ ...loaves, id, title: 'Angle' });
    expect(renamed.needsSecrets).toBe(true);
    const typed = save({ ...bakery(), id });
    expect(typed).toMatchObject({ needsSecrets: false, schedule: { paused: true } });
    expect(addOn.call('pauseConnection', id, false)).toMatchObject({ ok: true });
  });

  it('needs none where its system asks for none', () => {
    const [view] = imported(textOf({ connector: 'library', title: 'Library', settings: {} }));
    expect(view).toMatchObject({ needsSecrets: false, isMine: true });
    expect(addOn.call('runNow', [view?.id])).toMatchObject({ value: { state: 'finished' } });
  });

  it('comes once, however often it is imported', () => {
    save({ ...bakery(), title: 'Corner' });
    const other = { ...loaves, settings: { site: 'https://other.example' } };
    expect(imported(textOf(loaves, other, other))).toHaveLength(2);
    expect(imported(exported())).toHaveLength(2);
  });

  it('is in its place among the others', () => {
    const titles = ['c', 'a', 'b'];
    const views = imported(textOf(...titles.map((title) => ({ ...loaves, title }))));
    expect(views.map(({ title }) => title)).toEqual(titles);
  });
});

describe('a text that cannot be imported', () => {
  it.each([
    ['no JSON', 'Bonjour', 'text', 'n’est pas un export'],
    ['something else', '{"connections":[]}', 'text', 'n’est pas un export'],
    ['of a later version', textOf().replace(':1', ':2'), 'text', 'autre version de Sync'],
    ['of an unknown system', textOf({ ...loaves, connector: 'dentist' }), 'connector', 'ne connaît pas « dentist »'],
    [
      'with a wrong hour',
      textOf(loaves, { ...loaves, schedule: { every: 'day', hour: 25 } }),
      'hour',
      'n° 2 (« Corner »)',
    ],
    ['with an unknown setting', textOf({ ...loaves, settings: { colour: 'red' } }), 'colour', 'n° 1 (« Corner »)'],
    ['with an unknown stream', textOf({ ...loaves, streams: ['pies'] }), 'streams', 'ne connaît pas « pies »'],
    ['with no settings', textOf({ connector: 'bakery' }), 'settings', 'Connexion n° 1 : '],
    ['without what its system needs', textOf({ ...loaves, settings: {} }), 'site', 'a besoin de « Adresse »'],
    ['with a spreadsheet that is none', textOf({ ...loaves, spreadsheet: 'x' }), 'spreadsheet', 'n’est pas l’adresse'],
    ['with a key in it', textOf({ ...loaves, settings: { apiKey: SECRET } }), 'apiKey', 'ne doit pas y être'],
    ['that is no text', { connections: [] }, 'text', 'n’est pas un export'],
  ])('is told apart and leaves nothing behind: %s', (_, text, field, advice) => {
    const answer = addOn.call('importConnections', text) as Result<Home>;
    expect(answer).toMatchObject({ ok: false, kind: 'SettingsError', field });
    expect(answer.ok ? '' : answer.advice).toContain(advice);
    expect(JSON.stringify(answer)).not.toContain(SECRET);
    expect(addOn.machine.state.properties.document).toEqual({});
  });
});
