import { addressesOf, ask, createPeopleMachine, refusalOf, someone, textOf } from './people-script';

const MASK = "readMask: 'names,emailAddresses,metadata'";

describe('batchCreateContacts', () => {
  const create = (count: number, rest = `, ${MASK}`): string =>
    `P.batchCreateContacts({ contacts: Array.from({ length: ${String(count)} }, (_, n) =>
      ({ contactPerson: { names: [{ givenName: 'N' + n }], emailAddresses: [{ value: n + '@x.fr' }] } }))${rest} })`;

  it('answers all of up to 200, in an order of its own', () => {
    const machine = createPeopleMachine();
    const names = ask(machine, `return ${create(200)}.createdPeople.map((each) => each.person.names[0].givenName)`);
    const sorted = Array.from({ length: 200 }, (_, n) => `N${String(n)}`);
    expect(names).not.toEqual(sorted);
    expect(new Set(names as string[])).toEqual(new Set(sorted));
    expect(machine.people.people()).toHaveLength(200);
    expect(refusalOf(machine, create(201)).details?.code).toBe(400);
  });

  it('answers nothing without a mask', () => {
    expect(ask(createPeopleMachine(), `return ${create(1, '')}`)).toEqual({});
  });

  it('creates none when one is refused, and says which', () => {
    const machine = createPeopleMachine();
    const body = `P.batchCreateContacts({ contacts: [
      { contactPerson: { names: [{ givenName: 'A' }] } },
      { contactPerson: { names: [{ givenName: 'A' }, { givenName: 'B' }] } }], ${MASK} })`;
    const caught = refusalOf(machine, body);
    expect(caught.details?.details).toEqual([
      {
        '@type': 'type.googleapis.com/google.people.v1.BatchCreateContactsErrorDetails',
        contactErrors: { 1: { code: 3, message: 'Cannot have more than one person.names per source.' } },
      },
    ]);
    machine.people.rules.batchDetails = false;
    expect(refusalOf(machine, body).details).not.toHaveProperty('details');
    expect(machine.people.people()).toEqual([]);
  });
});

describe('batchUpdateContacts', () => {
  const batch = (names: readonly string[], change: string, mask: string): string => `
    const persons = ${JSON.stringify(names)}.map((name) => read(name));
    const contacts = Object.fromEntries(persons.map((p, i) =>
      [p.resourceName, Object.assign({ etag: p.etag, metadata: p.metadata }, ${change})]));
    return P.batchUpdateContacts({ contacts, updateMask: '${mask}', ${MASK} })`;

  it('answers each by its resource name', () => {
    const machine = createPeopleMachine();
    const names = machine.people.import([someone('a@x.fr'), someone('b@x.fr')]);
    const { updateResult } = ask(machine, batch(names, "{ names: [{ givenName: 'N' + i }] }", 'names')) as {
      updateResult: Record<string, { person: { names: { givenName: string }[] } }>;
    };
    expect(names.map((name) => updateResult[name]?.person.names[0]?.givenName)).toEqual(['N0', 'N1']);
    machine.people.rules.batchReadBack = false;
    expect(ask(machine, batch(names, '{}', 'biographies'))).toEqual({});
  });

  it('has one mask for all: who lacks a field of it loses that field', () => {
    const machine = createPeopleMachine();
    const names = machine.people.import([someone('a@x.fr'), someone('b@x.fr')]);
    ask(
      machine,
      batch(
        names,
        "i === 0 ? { names: [{ givenName: 'New' }] } : { biographies: [{ value: 'x' }] }",
        'names,biographies',
      ),
    );
    expect(machine.people.people().map((person) => person.names?.[0]?.displayName)).toEqual(['New', undefined]);
  });

  it('updates none when one is stale or gone, and says which', () => {
    const machine = createPeopleMachine();
    const [stale = '', fine = '', gone = ''] = machine.people.import(
      ['a', 'b', 'c'].map((name) => someone(`${name}@x.fr`)),
    );
    machine.people.remove(gone);
    const body = `
      const persons = [read('${stale}'), read('${fine}'), Object.assign(read('${fine}'), { resourceName: '${gone}' })];
      G.Members.modify({ resourceNamesToAdd: ['${stale}'] }, 'contactGroups/starred');
      const contacts = Object.fromEntries(persons.map((p) => [p.resourceName, { etag: p.etag, metadata: p.metadata }]));
      P.batchUpdateContacts({ contacts, updateMask: 'names' })`;
    const [details] = refusalOf(machine, body).details?.details ?? [];
    expect(details).toMatchObject({ contactErrors: { [stale]: { code: 9 }, [gone]: { code: 5 } } });
    expect(machine.people.person(fine).names).toHaveLength(1);
  });

  it('refuses a mask that is an array', () => {
    expect(
      textOf(refusalOf(createPeopleMachine(), "P.batchUpdateContacts({ contacts: { a: {} }, updateMask: ['names'] })")),
    ).toMatch(/^Invalid JSON payload received\./);
  });
});

describe('batchDeleteContacts', () => {
  it('deletes up to 500, all or none', () => {
    const machine = createPeopleMachine();
    const names = machine.people.import([someone('a@x.fr'), someone('b@x.fr')]);
    const remove = (list: readonly string[]): string =>
      `P.batchDeleteContacts({ resourceNames: ${JSON.stringify(list)} })`;
    expect(refusalOf(machine, remove([...names, 'people/c1'])).details?.code).toBe(404);
    expect(addressesOf(machine)).toEqual(['a@x.fr', 'b@x.fr']);
    const many = Array.from({ length: 501 }, (_, n) => `people/c${String(n)}`);
    expect(refusalOf(machine, remove(many)).details?.code).toBe(400);
    expect(ask(machine, `return ${remove(names)}`)).toEqual({});
    expect(machine.people.trash()).toHaveLength(2);
  });
});
