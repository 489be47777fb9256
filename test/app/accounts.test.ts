import type { Project } from '../../local/apps-script/project';
import type { ConnectionView, Result } from '../../src/app/rpc';
import { bundle } from '../bundle';
import { type AddOn, openAddOn } from './add-on';

let project: Project;
let addOn: AddOn;

beforeAll(async () => {
  project = await bundle('src/main.ts');
});

beforeEach(() => {
  addOn = openAddOn(project, { startAt: Date.UTC(2026, 10, 20) });
});

function save(more: object, subdomain: string, clientSecret?: string): ConnectionView {
  const settings = { subdomain, clientId: 'sync', ...(clientSecret === undefined ? {} : { clientSecret }) };
  const result = addOn.call('saveConnection', { connector: 'zendesk', settings, ...more }) as Result<ConnectionView>;
  if (!result.ok) throw new Error(result.advice);
  return result.value;
}

const document = (): Record<string, string> => addOn.machine.state.properties.document;
const user = (): Record<string, string> => addOn.machine.state.properties.user;

describe('a connection that is given another account', () => {
  it('becomes another connection, whose rows never join those of the first, with the same schedule', () => {
    const { id, title } = save({}, 'sandbox', 's3cret-of-the-client');
    document()[`schedule.${id}`] = JSON.stringify({ every: 'day', hour: 6, next: '2026-11-21' });
    document()[`cursor.${id}.tickets`] = '{}';
    const moved = save({ id }, 'acme', 's3cret-of-the-other-client');
    expect(moved).toMatchObject({ title, settings: { subdomain: 'acme' } });
    expect(moved.id).not.toBe(id);
    expect(addOn.call('listConnections')).toMatchObject({ value: [{ id: moved.id, schedule: { hour: 6 } }] });
    expect(Object.keys({ ...document(), ...user() }).filter((name) => name.includes(id))).toEqual([]);
    expect(Object.keys(user())).toEqual([`secret.${moved.id}`]);
  });

  it('stays what it is when only its secret is another, and reads nothing again', () => {
    const { id } = save({}, 'acme', 'first-secret-of-the-client');
    document()[`cursor.${id}.tickets`] = '{}';
    expect(save({ id }, 'acme', 'second-secret-of-the-client').id).toBe(id);
    expect(document()).toHaveProperty([`cursor.${id}.tickets`]);
  });
});
