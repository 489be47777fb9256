import { addressesOf, ask, askPerson, createPeopleMachine, refusalOf, someone, textOf } from './people-script';

describe('a new contact', () => {
  const created = (person: string): ReturnType<typeof askPerson> =>
    askPerson(createPeopleMachine(), `return P.createContact(${person}, { personFields: ALL })`);

  it('has a resource name that is the id of its CONTACT source in decimal', () => {
    const { resourceName, metadata } = created("{ names: [{ givenName: 'A' }] }");
    const [source] = metadata?.sources ?? [];
    expect(resourceName).toBe(`people/c${BigInt(`0x${source?.id ?? ''}`).toString()}`);
    expect(source).toMatchObject({ type: 'CONTACT', etag: expect.stringMatching(/^#[\w+/]{11}=$/) as unknown });
    expect(source?.updateTime).toMatch(/^2026-10-02T00:00:00\.\d{6}Z$/);
  });

  it('is in My Contacts', () => {
    const { memberships } = created("{ names: [{ givenName: 'A' }] }");
    expect(memberships?.[0]?.contactGroupMembership).toEqual({
      contactGroupId: 'myContacts',
      contactGroupResourceName: 'contactGroups/myContacts',
    });
  });

  it('has a display name of its own, whatever was sent', () => {
    const { names } = created("{ names: [{ givenName: 'Jean', familyName: 'Dupont', displayName: 'Max' }] }");
    expect(names).toMatchObject([
      { displayName: 'Jean Dupont', displayNameLastFirst: 'Dupont, Jean', unstructuredName: 'Jean Dupont' },
    ]);
  });

  it('has the parts of a name that came in one', () => {
    const { names } = created("{ names: [{ unstructuredName: 'Jean Paul Dupont' }] }");
    expect(names).toMatchObject([{ givenName: 'Jean', middleName: 'Paul', familyName: 'Dupont' }]);
  });

  it.each([
    ['06 12 34 56 78', '+33612345678'],
    ['+32 2 123 45 67', '+3221234567'],
    ['06 12 34 56 7', undefined],
    ['3949', undefined],
    ['01 23 45 67 89 poste 12', undefined],
  ])('keeps the phone number %s as typed, with the canonical form %s', (value, canonicalForm) => {
    const [phone] = created(`{ phoneNumbers: [{ value: '${value}' }] }`).phoneNumbers ?? [];
    expect([phone?.value, phone?.canonicalForm]).toEqual([value, canonicalForm]);
  });

  it('has a formatted address, its own when it came with one', () => {
    const { addresses } = created(
      "{ addresses: [{ streetAddress: '1 rue X', postalCode: '01000', city: 'Bourg' }, { city: 'Lyon', formattedValue: 'chez moi' }] }",
    );
    expect(addresses?.map(({ formattedValue }) => formattedValue).sort()).toEqual(['1 rue X\n01000 Bourg', 'chez moi']);
  });

  it('keeps the letter case of addresses and says what a type is called', () => {
    expect(created("{ emailAddresses: [{ value: 'Jean@X.fr', type: 'work' }] }").emailAddresses).toMatchObject([
      { value: 'Jean@X.fr', type: 'work', formattedType: 'Work' },
    ]);
  });

  it('has one primary item a field, the one that was said to be, at any place', () => {
    const items =
      "['a', 'b', 'c', 'd'].map((v) => ({ value: v, metadata: v === 'c' ? { primary: true } : undefined }))";
    const { emailAddresses = [] } = created(`{ emailAddresses: ${items} }`);
    expect(emailAddresses.filter(({ metadata }) => metadata?.primary).map(({ value }) => value)).toEqual(['c']);
    expect(emailAddresses.map(({ value }) => value)).not.toEqual(['c', 'a', 'b', 'd']);
    expect(emailAddresses.map(({ value }) => value).sort()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('lacks the keys of what it has nothing of', () => {
    const person = created("{ names: [{ givenName: 'A' }], emailAddresses: [{ value: '' }] }");
    expect(Object.keys(person).sort()).toEqual(['etag', 'memberships', 'metadata', 'names', 'resourceName']);
  });

  it('may be the second one with its address', () => {
    const machine = createPeopleMachine();
    ask(machine, `for (let i = 0; i < 2; i++) P.createContact(${JSON.stringify(someone('a@x.fr'))})`);
    expect(addressesOf(machine)).toEqual(['a@x.fr', 'a@x.fr']);
  });

  it.each([
    ['names: [{ givenName: "A" }, { givenName: "B" }]', 'Cannot have more than one person.names per source.'],
    ['biographies: [{ value: "A" }, { value: "B" }]', 'Cannot have more than one person.biographies per source.'],
    [
      'phoneNumbers: [{ value: 612345678 }]',
      "Invalid value at 'person.phone_numbers[0].value' (TYPE_STRING), 612345678",
    ],
    ['foo: 1', `Invalid JSON payload received. Unknown name "foo" at 'person': Cannot find field.`],
    [
      'names: [{ first: "A" }]',
      `Invalid JSON payload received. Unknown name "first" at 'person.names[0]': Cannot find field.`,
    ],
  ])('cannot have %s', (member, message) => {
    const machine = createPeopleMachine();
    const caught = refusalOf(machine, `P.createContact({ ${member} })`);
    expect([caught.details?.code, textOf(caught)]).toEqual([400, message]);
    expect(machine.people.people()).toEqual([]);
  });
});

describe('an update', () => {
  const full = {
    ...someone('a@x.fr', { biographies: [{ value: 'note' }], clientData: [{ key: 'k', value: 'v' }] }),
    names: [{ givenName: 'Jean', middleName: 'Paul', familyName: 'Dupont', honorificPrefix: 'Dr' }],
  };

  it('replaces the fields of its mask and leaves the others', () => {
    const machine = createPeopleMachine();
    const name = machine.people.add(full);
    ask(
      machine,
      `update(read('${name}'), 'emailAddresses', { emailAddresses: [{ value: 'b@x.fr' }], biographies: [] })`,
    );
    expect(machine.people.person(name)).toMatchObject({
      emailAddresses: [{ value: 'b@x.fr' }],
      biographies: [{ value: 'note' }],
    });
  });

  it.each(['', 'biographies: []'])('clears a field of its mask that it does not bring: { %s }', (changes) => {
    const machine = createPeopleMachine();
    const name = machine.people.add(full);
    ask(machine, `update(read('${name}'), 'biographies,emailAddresses', { ${changes} })`);
    const person = machine.people.person(name);
    expect([person.biographies, person.emailAddresses, person.names?.length]).toEqual([undefined, undefined, 1]);
  });

  it('drops the parts of a name that it does not mention, unless the rules keep them', () => {
    const rename = (keeps: boolean): unknown => {
      const machine = createPeopleMachine();
      machine.people.rules.namesKeepMiddle = keeps;
      const name = machine.people.add(full);
      ask(machine, `update(read('${name}'), 'names', { names: [{ givenName: 'Luc', familyName: 'Dupont' }] })`);
      return machine.people.person(name).names?.[0]?.displayName;
    };
    expect([rename(false), rename(true)]).toEqual(['Luc Dupont', 'Dr Luc Paul Dupont']);
  });

  it('lets a free form that is sent back win over the parts, unless the rules do not', () => {
    const rename = (wins: boolean): unknown => {
      const machine = createPeopleMachine();
      machine.people.rules.unstructuredWins = wins;
      const name = machine.people.add(someone('a@x.fr'));
      ask(
        machine,
        `const p = read('${name}'); p.names[0].familyName = 'Durand'; update(p, 'names', { names: p.names })`,
      );
      return machine.people.person(name).names?.[0]?.displayName;
    };
    expect([rename(true), rename(false)]).toEqual(['Jean Dupont', 'Jean Durand']);
  });

  it('keeps a formatted address that is sent back, however stale', () => {
    const machine = createPeopleMachine();
    const name = machine.people.add({ addresses: [{ streetAddress: '1 rue X', city: 'Paris' }] });
    const change = (extra: string): unknown =>
      ask(
        machine,
        `const p = read('${name}'), a = p.addresses[0]; a.city = 'Lyon'; ${extra}
         return update(p, 'addresses', { addresses: [a] }).addresses[0].formattedValue`,
      );
    expect([change(''), change('delete a.formattedValue;')]).toEqual(['1 rue X\nParis', '1 rue X\nLyon']);
  });

  it('cannot take an entry of clientData away, and one without a value has its key', () => {
    const machine = createPeopleMachine();
    const name = machine.people.add(full);
    ask(machine, `update(read('${name}'), 'clientData', { clientData: [{ key: 'new', value: '' }] })`);
    const entries = machine.people.person(name).clientData?.map(({ key, value }) => [key, value]);
    expect(entries).toEqual([
      ['new', 'new'],
      ['k', 'v'],
    ]);
  });

  it('cannot take the last membership away', () => {
    const machine = createPeopleMachine();
    const name = machine.people.add(full);
    expect(refusalOf(machine, `update(read('${name}'), 'memberships', { memberships: [] })`).details?.code).toBe(400);
  });

  it.each([
    ['no mask', '{}', '{}', /^updatePersonFields mask is required\./],
    ['a wrong mask', '{}', "{ updatePersonFields: 'photos' }", /^Invalid updatePersonFields mask path: "photos"\./],
    ['no source', '{ etag: p.etag }', "{ updatePersonFields: 'names' }", /^Request person\.metadata\.sources must/],
    [
      'a profile as source',
      "{ etag: p.etag, metadata: { sources: [{ type: 'PROFILE', id: '1' }] } }",
      "{ updatePersonFields: 'names' }",
      /^Request person\.metadata\.sources must/,
    ],
  ])('is refused with %s', (_, body, options, message) => {
    const machine = createPeopleMachine();
    const name = machine.people.add(full);
    const caught = refusalOf(
      machine,
      `const p = read('${name}'); P.updateContact(${body}, p.resourceName, ${options})`,
    );
    expect([caught.details?.code, caught.details?.status]).toEqual([400, 'INVALID_ARGUMENT']);
    expect(textOf(caught)).toMatch(message);
  });
});

describe('an etag', () => {
  const STALE =
    'Request person.etag is different than the current person.etag. Clear local cache and get the latest person.';
  const machine = createPeopleMachine();
  const name = machine.people.add(someone('a@x.fr'));
  const first = askPerson(machine, `return read('${name}')`);
  machine.people.bump(name);

  it('depends on the mask, and holds the etag of the source', () => {
    const [a, b] = ask(machine, `return [read('${name}', 'names'), read('${name}', 'names,metadata')]`) as [
      { etag: string },
      { etag: string; metadata: { sources: { etag: string }[] } },
    ];
    expect(a.etag).not.toBe(b.etag);
    const source = b.metadata.sources[0]?.etag.slice(1) ?? '';
    for (const { etag } of [a, b]) expect(Buffer.from(etag.slice(1), 'base64').toString('latin1')).toContain(source);
  });

  it('is stale after any write, and refused then', () => {
    const caught = refusalOf(machine, `update(${JSON.stringify(first)}, 'names', {})`);
    expect(caught).toMatchObject({ details: { code: 400, status: 'FAILED_PRECONDITION', message: STALE } });
  });

  it('of the source alone is refused in the words for it', () => {
    const stale = JSON.stringify({ metadata: first.metadata, resourceName: name });
    expect(textOf(refusalOf(machine, `update(${stale}, 'names', {})`))).toBe(
      STALE.replaceAll('.etag', '.metadata.sources.etag'),
    );
  });

  it('of the source in the place of the person’s is refused', () => {
    const body = `const p = read('${name}'); p.etag = p.metadata.sources[0].etag; update(p, 'names', {})`;
    expect(textOf(refusalOf(machine, body))).toBe(STALE);
  });

  it('that was read with another mask is as good, and the answer has the next', () => {
    const body = `
      const narrow = read('${name}', 'metadata');
      const next = update(narrow, 'biographies', { biographies: [{ value: 'x' }] });
      return update(next, 'biographies', { biographies: [{ value: 'y' }] }).biographies[0].value`;
    expect(ask(machine, body)).toBe('y');
  });

  it('changes when the contact gets a label', () => {
    const body = `
      const p = read('${name}');
      G.Members.modify({ resourceNamesToAdd: ['${name}'] }, 'contactGroups/starred');
      return p.etag === read('${name}').etag`;
    expect(ask(machine, body)).toBe(false);
  });
});

describe('reading', () => {
  it('needs a mask, as text with commas or as array', () => {
    const machine = createPeopleMachine();
    const name = machine.people.add(someone('a@x.fr'));
    expect(textOf(refusalOf(machine, `P.get('${name}')`))).toMatch(/^personFields mask is required\. Please specify/);
    expect(textOf(refusalOf(machine, `read('${name}', 'name')`))).toMatch(/^Invalid personFields mask path: "name"\./);
    const keys = 'Object.keys(P.get(name, { personFields: mask })).sort().join()';
    expect(ask(machine, `const name = '${name}'; return [['names'], 'names'].map((mask) => ${keys})`)).toEqual([
      'etag,names,resourceName',
      'etag,names,resourceName',
    ]);
  });

  it('merges in what a profile knows, unless contacts alone are asked for', () => {
    const machine = createPeopleMachine();
    const name = machine.people.add(someone('a@x.fr'));
    machine.people.addSource(name, 'PROFILE', { names: [{ givenName: 'JD' }], emailAddresses: [{ value: 'a@x.fr' }] });
    const [merged, own] = ask(
      machine,
      `return [[], ['READ_SOURCE_TYPE_CONTACT']].map((sources) => P.get('${name}', { personFields: ALL, sources }))`,
    ) as ReturnType<typeof askPerson>[];
    expect(merged?.metadata?.sources?.map(({ type }) => type)).toEqual(['PROFILE', 'CONTACT']);
    expect(merged?.names).toHaveLength(2);
    expect(merged?.names?.filter(({ metadata }) => metadata?.primary)).toMatchObject([{ givenName: 'Jean' }]);
    expect(own?.metadata?.sources?.map(({ type }) => type)).toEqual(['CONTACT']);
    expect(own?.names).toHaveLength(1);
  });

  it('may show a second contact of the same person, whose items an update leaves alone', () => {
    const machine = createPeopleMachine();
    const name = machine.people.add(someone('a@x.fr'));
    machine.people.addSource(name, 'CONTACT', { names: [{ givenName: 'Other' }] });
    const person = askPerson(machine, `const p = read('${name}'); return update(p, 'names', { names: p.names })`);
    expect(person.metadata?.sources?.map(({ type }) => type)).toEqual(['CONTACT', 'CONTACT']);
    const names = person.names?.map(({ displayName, metadata }) => [displayName, metadata?.source?.id]);
    expect(names?.sort()).toEqual(
      [
        ['Jean Dupont', person.metadata?.sources?.[0]?.id],
        ['Other', person.metadata?.sources?.[1]?.id],
      ].sort(),
    );
  });

  it('tells 100 addresses in a list, and all of them otherwise', () => {
    const machine = createPeopleMachine();
    const emailAddresses = Array.from({ length: 101 }, (_, n) => ({ value: `${String(n)}@x.fr` }));
    const name = machine.people.add({ emailAddresses });
    const listed = "P.Connections.list('people/me', { personFields: 'emailAddresses' }).connections[0]";
    const count = `[${listed}, read('${name}')].map((person) => person.emailAddresses.length)`;
    expect(ask(machine, `return ${count}`)).toEqual([100, 101]);
  });

  it('answers the members alone that `fields` names', () => {
    const machine = createPeopleMachine();
    const name = machine.people.add(someone('a@x.fr'));
    const get = `P.get('${name}', { personFields: ALL, fields: 'names(givenName)' })`;
    expect(ask(machine, `return ${get}`)).toEqual({ names: [{ givenName: 'Jean' }] });
  });

  it('does not find what was deleted, nor can it be updated or deleted again', () => {
    const machine = createPeopleMachine();
    const name = machine.people.add(someone('a@x.fr'));
    ask(machine, `P.deleteContact('${name}')`);
    for (const call of [
      `read('${name}')`,
      `P.deleteContact('${name}')`,
      `update({ resourceName: '${name}' }, 'names', {})`,
    ]) {
      expect(refusalOf(machine, call)).toMatchObject({
        details: { code: 404, status: 'NOT_FOUND', message: 'Requested entity was not found.' },
      });
    }
  });

  it('of several gives each a status of its own, 200 at most', () => {
    const machine = createPeopleMachine();
    const name = machine.people.add(someone('a@x.fr'));
    const get = `P.getBatchGet({ resourceNames, personFields: 'names' })`;
    expect(ask(machine, `const resourceNames = ['${name}', 'people/c1']; return ${get}.responses`)).toMatchObject([
      { httpStatusCode: 200, requestedResourceName: name, person: { resourceName: name } },
      { httpStatusCode: 404, requestedResourceName: 'people/c1', status: { code: 5 } },
    ]);
    expect(refusalOf(machine, `const resourceNames = Array(201).fill('${name}'); ${get}`).details?.code).toBe(400);
  });

  it('may be late after an update', () => {
    const machine = createPeopleMachine();
    machine.people.rules.staleGetFor = 60_000;
    const name = machine.people.add(someone('a@x.fr'));
    const change = (n: number): string =>
      `update(read('${name}'), 'biographies', { biographies: [{ value: '${String(n)}' }] });`;
    machine.advance(60_000);
    expect(textOf(refusalOf(machine, change(1) + change(2)))).toMatch(/^Request person\.etag is different/);
    machine.advance(60_000);
    expect(ask(machine, `return read('${name}').biographies[0].value`)).toBe('1');
  });
});
