import { ask, createPeopleMachine, refusalOf, someone, textOf } from './people-script';

describe('contact groups', () => {
  it('are those of every account, then those of the user, with how many they have', () => {
    const machine = createPeopleMachine();
    machine.people.add(someone('a@x.fr'));
    const group = machine.people.addGroup('Clients');
    const { contactGroups, totalItems } = ask(machine, 'return G.list()') as {
      contactGroups: Record<string, unknown>[];
      totalItems: number;
    };
    expect(contactGroups[0]).toEqual({
      ...{ resourceName: 'contactGroups/myContacts', groupType: 'SYSTEM_CONTACT_GROUP', name: 'myContacts' },
      ...{ formattedName: 'My Contacts', memberCount: 1 },
    });
    expect(contactGroups.at(-1)).toMatchObject({
      resourceName: group,
      groupType: 'USER_CONTACT_GROUP',
      name: 'Clients',
    });
    expect(contactGroups.at(-1)).not.toHaveProperty('memberCount');
    expect(contactGroups).toHaveLength(totalItems);
  });

  it('come in pages', () => {
    const body = `
      const names = []; let pageToken;
      do { const page = G.list({ pageSize: 3, pageToken }); names.push(...page.contactGroups.map((g) => g.name)); pageToken = page.nextPageToken } while (pageToken);
      return [names.length, new Set(names).size]`;
    expect(ask(createPeopleMachine(), body)).toEqual([8, 8]);
  });

  it('have a name that no other has', () => {
    const machine = createPeopleMachine();
    const create = "G.create({ contactGroup: { name: 'Clients' } })";
    expect(ask(machine, `return ${create}.formattedName`)).toBe('Clients');
    expect(refusalOf(machine, create)).toMatchObject({ details: { code: 409, status: 'ALREADY_EXISTS' } });
  });

  it('are renamed with an etag that is not outdated', () => {
    const machine = createPeopleMachine();
    const body = `
      const { resourceName, etag } = G.create({ contactGroup: { name: 'a' } });
      G.update({ contactGroup: { name: 'b', etag } }, resourceName);
      G.update({ contactGroup: { name: 'c', etag } }, resourceName);`;
    const caught = refusalOf(machine, body);
    expect([caught.details?.code, textOf(caught)]).toEqual([409, 'Contact group etag is outdated.']);
    expect(machine.people.groups()).toMatchObject([{ name: 'b' }]);
  });

  it('are told with their members when that is asked for', () => {
    const machine = createPeopleMachine();
    const name = machine.people.add(someone('a@x.fr'));
    machine.people.label(name, 'contactGroups/starred');
    expect(ask(machine, "return G.get('contactGroups/starred', { maxMembers: 5 })")).toMatchObject({
      memberResourceNames: [name],
    });
    const get = "G.batchGet({ resourceNames: ['contactGroups/starred', 'contactGroups/none'] }).responses";
    expect(ask(machine, `return ${get}.map((each) => each.status.code || 0)`)).toEqual([0, 5]);
  });

  it('leave their contacts when they are deleted, or take them along', () => {
    const machine = createPeopleMachine();
    const [a = '', b = ''] = machine.people.import([someone('a@x.fr'), someone('b@x.fr')]);
    const groups = ['one', 'two'].map((name) => machine.people.addGroup(name));
    machine.people.label(a, groups[0] ?? '');
    machine.people.label(b, groups[1] ?? '');
    ask(machine, `G.remove('${groups[0] ?? ''}'); G.remove('${groups[1] ?? ''}', { deleteContacts: true })`);
    expect(machine.people.people().map(({ resourceName }) => resourceName)).toEqual([a]);
    expect(machine.people.person(a).memberships).toHaveLength(1);
    expect(machine.people.groups()).toEqual([]);
  });

  it('leave a contact that had no other in My Contacts', () => {
    const { people } = createPeopleMachine();
    const name = people.add(someone('a@x.fr'));
    const group = people.addGroup('one');
    people.label(name, group);
    people.label(name, 'contactGroups/myContacts', false);
    people.removeGroup(group);
    expect(people.person(name).memberships).toMatchObject([
      { contactGroupMembership: { contactGroupId: 'myContacts' } },
    ]);
  });

  it('may be too new to be found', () => {
    const machine = createPeopleMachine();
    machine.people.rules.groupLag = 2000;
    const body = (wait: number): string =>
      `const g = G.create({ contactGroup: { name: 'n${String(wait)}' } }); Utilities.sleep(${String(wait)}); return G.get(g.resourceName).name`;
    expect(refusalOf(machine, body(0)).details?.code).toBe(404);
    expect(ask(machine, body(2000))).toBe('n2000');
  });
});

describe('members', () => {
  it('are added and removed; who is not found is told, and whose last group it is', () => {
    const machine = createPeopleMachine();
    const name = machine.people.add(someone('a@x.fr'));
    const modify = (body: object, group: string): unknown =>
      ask(machine, `return G.Members.modify(${JSON.stringify(body)}, '${group}')`);
    expect(modify({ resourceNamesToAdd: [name, 'people/c1'] }, 'contactGroups/starred')).toEqual({
      notFoundResourceNames: ['people/c1'],
    });
    expect(modify({ resourceNamesToRemove: [name] }, 'contactGroups/myContacts')).toEqual({});
    expect(modify({ resourceNamesToRemove: [name] }, 'contactGroups/starred')).toEqual({
      canNotRemoveLastContactGroupResourceNames: [name],
    });
  });

  it('join no group but the user’s, My Contacts and Starred, 1,000 at a time', () => {
    const machine = createPeopleMachine();
    const name = machine.people.add(someone('a@x.fr'));
    const add = (group: string, count = 1): number | undefined =>
      refusalOf(
        machine,
        `G.Members.modify({ resourceNamesToAdd: Array(${String(count)}).fill('${name}') }, '${group}')`,
      ).details?.code;
    expect([add('contactGroups/family'), add('contactGroups/none'), add('contactGroups/starred', 1001)]).toEqual([
      400, 404, 400,
    ]);
  });
});
