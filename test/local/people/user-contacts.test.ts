import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWorkspace, saveWorkspace } from '../../../local/apps-script/workspace';
import { addressesOf, createPeopleMachine, someone } from './people-script';

const emailsOf = ({
  emailAddresses = [],
}: {
  emailAddresses?: { value?: string | undefined }[] | undefined;
}): unknown[] => emailAddresses.map(({ value }) => value);

describe('what someone does in Google Contacts', () => {
  it('edits a contact, fields that it deletes included', () => {
    const { people } = createPeopleMachine();
    const name = people.add(
      someone('a@x.fr', { biographies: [{ value: 'note' }], clientData: [{ key: 'k', value: 'v' }] }),
    );
    const before = people.person(name);
    people.edit(name, (person) => {
      person.names = [{ familyName: 'Durand' }];
      delete person.biographies;
      person.clientData = [];
    });
    const after = people.person(name);
    expect(after.names?.[0]?.displayName).toBe('Durand');
    expect([after.biographies, after.clientData]).toEqual([undefined, undefined]);
    expect(emailsOf(after)).toEqual(['a@x.fr']);
    expect(after.etag).not.toBe(before.etag);
  });

  it('removes and restores a contact under its name', () => {
    const { people } = createPeopleMachine();
    const name = people.add(someone('a@x.fr'));
    people.remove(name);
    expect([people.people(), people.trash().flatMap(emailsOf)]).toEqual([[], ['a@x.fr']]);
    people.restore(name);
    expect([emailsOf(people.person(name)), people.trash()]).toEqual([['a@x.fr'], []]);
  });

  it('merges two, with all their addresses, and there is nothing to restore', () => {
    const { people } = createPeopleMachine();
    const [keep = '', drop = ''] = people.import([
      someone('a@x.fr'),
      {
        ...someone('b@x.fr'),
        emailAddresses: [{ value: 'A@x.fr' }, { value: 'b@x.fr' }],
        nicknames: [{ value: 'Jo' }],
      },
    ]);
    people.merge(keep, drop);
    expect(people.people()).toHaveLength(1);
    expect(emailsOf(people.person(keep))).toEqual(['a@x.fr', 'b@x.fr']);
    expect(people.person(keep)).toMatchObject({ nicknames: [{ value: 'Jo' }] });
    expect([people.trash(), () => people.person(drop)]).toEqual([[], expect.any(Function)]);
    expect(() => people.person(drop)).toThrow(`There is no contact ${drop}.`);
  });

  it('renames a contact, with another source when told', () => {
    const { people } = createPeopleMachine();
    const name = people.add(someone('a@x.fr'));
    const idOf = (resourceName: string): unknown => people.person(resourceName).metadata?.sources?.[0]?.id;
    const id = idOf(name);
    const second = people.rename(name);
    expect([second === name, idOf(second), idOf(name)]).toEqual([false, id, id]);
    const third = people.rename(second, { newSource: true, tombstoneAfter: null });
    expect(idOf(third)).not.toBe(id);
    expect(people.rename(third, { to: 'people/c7' })).toBe('people/c7');
  });

  it('gives a contact another etag and time without a change', () => {
    const machine = createPeopleMachine();
    const name = machine.people.add(someone('a@x.fr'));
    const before = machine.people.person(name);
    machine.advance(1000);
    machine.people.bump('all');
    const after = machine.people.person(name);
    expect([before, after].map((person) => person.metadata?.sources?.[0]?.updateTime)).toEqual([
      '2026-10-02T00:00:00.000001Z',
      '2026-10-02T00:00:01.000002Z',
    ]);
    expect({ ...after, etag: before.etag, metadata: before.metadata }).toEqual(before);
  });

  it('labels contacts', () => {
    const { people } = createPeopleMachine();
    const name = people.add(someone('a@x.fr'));
    const group = people.addGroup('Clients');
    const groupsOf = (): unknown[] =>
      (people.person(name).memberships ?? []).map((each) => each.contactGroupMembership?.contactGroupResourceName);
    people.label(name, group);
    expect([groupsOf(), people.groups()]).toEqual([
      ['contactGroups/myContacts', group],
      [{ resourceName: group, name: 'Clients' }],
    ]);
    people.label(name, group, false);
    expect(groupsOf()).toEqual(['contactGroups/myContacts']);
    people.removeGroup(group);
    expect(people.groups()).toEqual([]);
  });

  it('is the same on every machine', () => {
    const [one, other] = [createPeopleMachine(), createPeopleMachine()].map(({ people }) => {
      people.import([someone('a@x.fr'), someone('b@x.fr')]);
      return people.people();
    });
    expect(one).toEqual(other);
  });
});

it('a workspace keeps all of it', () => {
  const machine = createPeopleMachine();
  const [, second = ''] = machine.people.import([someone('a@x.fr'), someone('b@x.fr')]);
  machine.people.remove(second);
  const folder = join(mkdtempSync(join(tmpdir(), 'people-')), 'ws');
  saveWorkspace(machine, folder);
  const again = openWorkspace(folder, { startAt: machine.state.now });
  expect([addressesOf(again), again.people.trash().length]).toEqual([['a@x.fr'], 1]);
  expect(again.people.people()).toEqual(machine.people.people());
});
