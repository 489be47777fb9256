import type { Project } from '../../local/apps-script/project';
import type { ConnectionView, Result } from '../../src/app/rpc';
import { type AddOn, bakery, buildAddOn, openAddOn, SECRET } from './add-on';

describe('connections', () => {
  let project: Project;
  let addOn: AddOn;

  beforeAll(async () => {
    project = await buildAddOn();
  });

  beforeEach(() => {
    addOn = openAddOn(project, { startAt: Date.UTC(2026, 10, 20) });
  });

  function save(draft: object): ConnectionView {
    const result = addOn.call('saveConnection', draft) as Result<ConnectionView>;
    if (!result.ok) throw new Error(result.advice);
    return result.value;
  }

  /** The same spreadsheet, opened by another person. */
  function asBob(): AddOn {
    const { state, documents } = addOn.machine;
    const properties = { ...state.properties, user: {} };
    return openAddOn(project, { email: 'bob@example.com', state: { ...state, properties }, documents });
  }

  function document(): Record<string, string> {
    return addOn.machine.state.properties.document;
  }

  it('are stored with the spreadsheet, without their secrets', () => {
    const saved = save(bakery());
    expect(saved).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{10}$/) as string,
      connector: 'bakery',
      title: 'Bakery',
      settings: { site: 'https://bakery.example' },
      streams: [],
      owner: 'anne@example.com',
      isMine: true,
      needsSecrets: false,
      createdAt: expect.stringMatching(/^2026-11-20T00:00:00\.\d{3}Z$/) as string,
      mode: 'changes',
    });
    expect(addOn.call('listConnections')).toEqual({ ok: true, value: [saved] });
  });

  it('leave no secret in any store, result, message or log', () => {
    const { id } = save(bakery({ mood: 'crash' }));
    const said = [
      addOn.call('listConnections'),
      addOn.call('testConnection', { ...bakery({ mood: 'online' }), id }),
      addOn.call('saveConnection', { ...bakery(), connector: SECRET }),
    ];
    const { state, executions } = addOn.machine;
    expect(JSON.stringify([said, state.properties, executions])).not.toContain(SECRET);
  });

  it('are refused in words that what everyone may see does not blot out', () => {
    const draft = bakery({ site: 'http://bakery.example', mood: 'en' });
    expect(addOn.call('saveConnection', draft)).toMatchObject({ ok: false, advice: 'Adresse en https.' });
  });

  it('hide what was typed under a name that means nothing', () => {
    const answer = addOn.call('saveConnection', bakery({ key: 'connaît' })) as Result<ConnectionView>;
    expect(answer).toMatchObject({ ok: false, advice: expect.stringContaining('ne *** pas « key »') as string });
  });

  it('keep the secret, encrypted, with the person and its key with the script', () => {
    const { id } = save(bakery());
    const { user, script, document: shared } = addOn.machine.state.properties;
    expect(user[`secret.${id}`]).toMatch(/^gAAAA/);
    expect(script.secretKey).toMatch(/^\[\{"key":".{44}"\}\]$/);
    expect(Object.keys(shared)).toEqual([`connection.${id}`]);
  });

  it('get titles that tell them apart', () => {
    expect(
      [save(bakery()), save(bakery()), save({ ...bakery(), title: ' Corner ' })].map(({ title }) => title),
    ).toEqual(['Bakery', 'Bakery 2', 'Corner']);
  });

  it('are listed oldest first', () => {
    const first = save(bakery());
    addOn.machine.advance(1000);
    const second = save({ connector: 'library', settings: {} });
    expect(addOn.call('listConnections')).toEqual({ ok: true, value: [first, second] });
  });

  describe('are refused, naming the field, when', () => {
    it.each([
      ['nobody knows the connector', { connector: 'butcher', settings: {} }, 'connector'],
      ['a setting is unknown', bakery({ colour: 'red' }), 'colour'],
      ['a required setting is missing', { connector: 'bakery', settings: { apiKey: SECRET } }, 'site'],
      ['a required secret is blank', bakery({ apiKey: ' ' }), 'apiKey'],
      ['the connector does not like a setting', bakery({ site: 'http://bakery.example' }), 'site'],
      ['a text does not look as it should', bakery({ apiKey: 'Open Sesame' }), 'apiKey'],
      ['a text is too long', bakery({ mood: 'x'.repeat(2001) }), 'mood'],
      ['a stream is unknown', { ...bakery(), streams: ['pies'] }, 'streams'],
    ])('%s', (_, draft, field) => {
      expect(addOn.call('saveConnection', draft)).toMatchObject({ ok: false, kind: 'SettingsError', field });
      expect(document()).toEqual({});
    });
  });

  it('cannot be changed into one of another system', () => {
    const { id } = save(bakery());
    expect(addOn.call('saveConnection', { id, connector: 'library', settings: {} })).toMatchObject({
      ok: false,
      field: 'connector',
    });
  });

  describe('when they change', () => {
    let id: string;

    beforeEach(() => {
      ({ id } = save(bakery()));
      document()[`cursor.${id}.loaves`] = '{}';
      document()[`job.${id}`] = '{}';
      document()['cursor.other.loaves'] = '{}';
    });

    it('keep a secret that was not typed again', () => {
      const before = addOn.machine.state.properties.user[`secret.${id}`];
      save({ id, connector: 'bakery', settings: { site: 'https://bakery.example' }, title: 'Corner' });
      expect(addOn.machine.state.properties.user[`secret.${id}`]).toBe(before);
    });

    it('go on where they stood when only the title or the streams are new', () => {
      save({ ...bakery(), id, title: 'Corner', streams: ['cakes'] });
      expect(Object.keys(document())).toContain(`cursor.${id}.loaves`);
    });

    it.each([
      ['setting', { site: 'https://other.example' }],
      ['secret', { apiKey: 'another' }],
    ])('forget where they stood when a %s is new', (_, more) => {
      save({ ...bakery(more), id });
      expect(Object.keys(document()).sort()).toEqual([`connection.${id}`, 'cursor.other.loaves']);
    });

    it('go on where they stood when a new setting or secret leaves the rows as they are', () => {
      const harbour = save({ connector: 'harbour', settings: { token: 'one', quay: '7' } });
      document()[`cursor.${harbour.id}.ships`] = '{}';
      save({ id: harbour.id, connector: 'harbour', settings: { token: 'two', quay: '7' } });
      save({ id: harbour.id, connector: 'harbour', settings: { entry: 'guest', quay: '7' } });
      expect(document()).toHaveProperty([`cursor.${harbour.id}.ships`]);
      save({ id: harbour.id, connector: 'harbour', settings: { entry: 'guest', quay: '8' } });
      expect(document()).not.toHaveProperty([`cursor.${harbour.id}.ships`]);
    });

    it('do not change under a run that is writing', () => {
      let answer: unknown;
      addOn.machine.faults.hook(
        'after',
        1,
        () => {
          answer = addOn.call('saveConnection', { ...bakery({ apiKey: 'second' }), id });
        },
        { method: 'Lock.tryLock', within: 'execution' },
      );
      addOn.call('saveConnection', { ...bakery({ apiKey: 'first' }), id });
      expect(answer).toMatchObject({ ok: false, kind: 'BusyError' });
    });

    it('can be added under a run that is writing', () => {
      let answer: unknown;
      addOn.machine.faults.hook(
        'after',
        1,
        () => {
          answer = addOn.call('saveConnection', bakery());
        },
        { method: 'Lock.tryLock', within: 'execution' },
      );
      addOn.call('saveConnection', { ...bakery({ apiKey: 'first' }), id });
      expect(answer).toMatchObject({ ok: true });
    });

    it('are gone with their secrets and progress when they are removed', () => {
      expect(addOn.call('removeConnection', id)).toEqual({ ok: true, value: null });
      expect(Object.keys(document())).toEqual(['cursor.other.loaves']);
      expect(addOn.machine.state.properties.user).toEqual({});
    });
  });

  it('that look wrong are refused with an example, and without what was typed', () => {
    const answer = addOn.call('saveConnection', bakery({ apiKey: 'Open Sesame' })) as Result<ConnectionView>;
    expect(answer).toMatchObject({ advice: expect.stringContaining('par exemple « sesame-1 »') as string });
    expect(JSON.stringify(answer)).not.toContain('Open Sesame');
  });

  it('read everything each time where that is wanted, until it is not any more', () => {
    const { id } = save({ ...bakery(), mode: 'full' });
    expect(save({ ...bakery(), id, title: 'Corner' }).mode).toBe('full');
    expect(save({ ...bakery(), id, mode: 'changes' }).mode).toBe('changes');
  });

  describe('of somebody else', () => {
    it('are marked as theirs', () => {
      save(bakery());
      expect(asBob().call('listConnections')).toMatchObject({
        value: [{ owner: 'anne@example.com', isMine: false, settings: { site: 'https://bakery.example' } }],
      });
    });

    it.each([
      ['where they need a secret', bakery(), { connector: 'bakery', settings: { site: 'https://bakery.example' } }],
      [
        'although no secret is required',
        { connector: 'harbour', settings: { token: SECRET } },
        { connector: 'harbour', settings: {} },
      ],
    ])('cannot be synced, and say whose they are and what to do, %s', (_, draft, settings) => {
      const { id } = save(draft);
      const bob = asBob();
      const run = bob.call('runNow', [id]);
      expect(run).toMatchObject({ value: { entries: [{ status: 'failed' }] } });
      const tested = bob.call('testConnection', { ...settings, id });
      expect(tested).toMatchObject({ ok: false, kind: 'SettingsError' });
      for (const answer of [run, tested]) expect(JSON.stringify(answer)).toContain('appartient à anne@example.com');
    });

    it('keep their last run when somebody is refused who has no key, which the history tells', () => {
      const { id } = save(bakery());
      addOn.call('runNow', [id]);
      const bob = asBob();
      bob.machine.advance(60_000);
      bob.call('runNow', [id]);
      expect(bob.call('listConnections')).toMatchObject({ value: [{ last: { status: 'finished', message: '' } }] });
      expect(bob.call('readHistory', id)).toMatchObject({ value: [{ status: 'failed' }, { status: 'finished' }] });
    });

    it('can be used by all where they need no secret', () => {
      const { id } = save({ connector: 'harbour', settings: { entry: 'guest' } });
      expect(asBob().call('runNow', [id])).toMatchObject({ value: { state: 'finished' } });
    });

    it('can be renamed, and stay theirs', () => {
      const { id } = save(bakery());
      const draft = { id, connector: 'bakery', title: 'Corner', settings: { site: 'https://bakery.example' } };
      expect(asBob().call('saveConnection', draft)).toMatchObject({
        ok: true,
        value: { title: 'Corner', owner: 'anne@example.com', isMine: false },
      });
    });

    it('cannot be sent elsewhere with the owner’s secret', () => {
      const { id } = save(bakery());
      const draft = { id, connector: 'bakery', settings: { site: 'https://thief.example' } };
      expect(asBob().call('saveConnection', draft)).toMatchObject({ ok: false, field: 'apiKey' });
    });

    it('change hands with a secret of one’s own', () => {
      const { id } = save(bakery());
      expect(asBob().call('saveConnection', { ...bakery({ apiKey: 'mine' }), id })).toMatchObject({
        ok: true,
        value: { owner: 'bob@example.com', isMine: true },
      });
    });

    it('do not get the secret back of one who owned them before', () => {
      const { id } = save(bakery());
      asBob().call('saveConnection', { ...bakery({ site: 'https://thief.example', apiKey: 'mine' }), id });
      const draft = { id, connector: 'bakery', settings: { site: 'https://thief.example', mood: 'online' } };
      for (const name of ['saveConnection', 'testConnection']) {
        expect(addOn.call(name, draft)).toMatchObject({ ok: false, field: 'apiKey' });
      }
      expect(addOn.machine.calls()['UrlFetchApp.fetch']).toBeUndefined();
    });
  });

  it('want the secret again for another address', () => {
    const { id } = save(bakery());
    const draft = { id, connector: 'bakery', settings: { site: 'https://other.example' } };
    for (const name of ['saveConnection', 'testConnection']) {
      const answer = addOn.call(name, draft) as Result<unknown>;
      expect(answer).toMatchObject({ ok: false, field: 'apiKey' });
      expect(answer.ok ? '' : answer.advice).toContain('L’adresse a changé');
    }
  });

  it('whose stored secret was tampered with ask for it again', () => {
    const { id } = save(bakery());
    const { user } = addOn.machine.state.properties;
    user[`secret.${id}`] = 'gAAAAA' + 'A'.repeat(114);
    const draft = { id, connector: 'bakery', settings: { site: 'https://bakery.example' } };
    const tested = addOn.call('testConnection', draft) as Result<string>;
    expect(tested).toMatchObject({ ok: false, field: 'apiKey' });
    expect(tested.ok ? '' : tested.advice).toContain('n’est plus lisible');
  });

  it('that do not exist any more are missed in plain words', () => {
    expect(addOn.call('saveConnection', { ...bakery(), id: '0123456789' })).toMatchObject({ kind: 'DataError' });
  });
});
