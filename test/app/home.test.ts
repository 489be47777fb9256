import type { Project } from '../../local/apps-script/project';
import type { Connection } from '../../src/app/connections';
import type { ConnectionView, Home, Result } from '../../src/app/rpc';
import { type AddOn, bakery, buildAddOn, openAddOn, SECRET } from './add-on';

let project: Project;
let addOn: AddOn;

beforeAll(async () => {
  project = await buildAddOn();
});

beforeEach(() => {
  addOn = openAddOn(project, { startAt: Date.UTC(2026, 10, 20, 9) });
});

function home(language?: string): Home {
  const result = addOn.call('openHome', language) as Result<Home>;
  if (!result.ok) throw new Error(result.advice);
  return result.value;
}

function document(): Record<string, string> {
  return addOn.machine.state.properties.document;
}

/** As if it had been stored by hand. */
function plant(more: Partial<Connection> & { readonly id: string }): void {
  const usual = { connector: 'library', title: 'Library', settings: {}, streams: [], owner: 'anne@example.com' };
  document()[`connection.${more.id}`] = JSON.stringify({ ...usual, createdAt: '2026-01-01T00:00:00.000Z', ...more });
}

describe('what the sidebar shows first', () => {
  it('needs four service calls, with 50 connections, their schedules and a run under way', () => {
    for (let n = 0; n < 50; n++) {
      const id = `00000000${String(n + 10)}`;
      plant({ id, connector: 'bakery', settings: { site: 'https://bakery.example' } });
      document()[`schedule.${id}`] = JSON.stringify({ every: 'day', hour: 6, next: '2026-11-21' });
      document()[`last.${id}`] = JSON.stringify({
        ...{ startedAt: 1, duration: 1, status: 'finished', message: '' },
        ...{ read: 0, inserted: 0, updated: 0, removed: 0 },
      });
    }
    const run = { startedAt: 0, by: 'bob@example.com', beat: 0, queue: ['0000000010'], waits: 0, until: 1, mark: 0 };
    document().run = JSON.stringify({ ...run, kills: 0, relabel: false });
    addOn.machine.resetCalls();
    const { connections, progress } = home('fr');
    expect(addOn.machine.calls()).toEqual({
      'PropertiesService.getDocumentProperties': 1,
      'Properties.getProperties': 1,
      'Session.getEffectiveUser': 1,
      'User.getEmail': 1,
    });
    expect(connections).toHaveLength(50);
    expect(connections[49]).toMatchObject({ schedule: { hour: 6 }, last: { status: 'finished' } });
    expect(progress).toMatchObject({ by: 'bob@example.com', isMine: false, connection: '0000000010' });
  });

  it('is who looks, what there is and what can be added', () => {
    const saved = addOn.call('saveConnection', bakery()) as Result<ConnectionView>;
    expect(home('fr')).toMatchObject({
      language: 'fr',
      person: 'anne@example.com',
      connections: [saved.ok && saved.value],
      progress: null,
    });
    expect(home('fr').connectors.map(({ name }) => name)).toEqual(['bakery', 'library', 'harbour']);
  });

  it('describes a connector with all that its form needs', () => {
    const harbour = home('en').connectors.find(({ name }) => name === 'harbour');
    expect(harbour).toMatchObject({ title: 'Harbour', help: 'Ships and their captains.', icon: 'M2 2h20v20H2Z' });
    expect(harbour?.settings[0]?.choices).toEqual([
      { value: 'token', title: 'With a token' },
      { value: 'guest', title: 'As a guest' },
    ]);
    expect(harbour?.settings[1]).toEqual({
      ...{ name: 'token', title: 'Token', help: 'Your own.', example: '', secret: true, required: false },
      when: { setting: 'entry', values: ['token'] },
    });
    expect(harbour?.streams[0]).toEqual({ name: 'captains', title: 'Captains', help: 'A captain.', optional: false });
  });

  it('speaks the language that is asked for, else the user’s', () => {
    expect([home('en'), home()].map(({ connectors }) => connectors[0]?.help)).toEqual([
      'Loaves and cakes.',
      'Les pains et les gâteaux.',
    ]);
  });

  it('lists a connection whose system is not known, under its own name', () => {
    plant({ id: '0000000001', connector: 'dentist', title: 'Cabinet' });
    document()['schedule.0000000001'] = JSON.stringify({ every: 'day', hour: 6, next: '2026-11-21' });
    expect(home('fr').connections).toMatchObject([{ connector: 'dentist', title: 'Cabinet', schedule: { hour: 6 } }]);
  });

  it('holds no secret', () => {
    addOn.call('saveConnection', bakery());
    expect(JSON.stringify(home('fr'))).not.toContain(SECRET);
  });
});
