import type { Project } from '../../local/apps-script/project';
import { buildAddOn, NO_WRITES, openOffice, type Office } from './contacts-lab';
import { clientsOf, importContacts, numberIn, pasteOver, pasteRows, phoneOf, withoutQuotas } from './many-clients';

const MINUTE = 60_000;
const JEAN = { nom: 'Dupont', prenom: 'Jean', email: 'jean@x.fr', telephone: '06 12 34 56 78', fonction: 'Chef' };
const BUSY = {
  ...{ status: 429, reason: 'RATE_LIMIT_EXCEEDED' },
  message: "Quota exceeded for quota metric 'Critical write requests' and limit 'Critical write requests per minute'.",
};

let project: Project;
beforeAll(async () => {
  project = await buildAddOn();
});

/** Jean stands on both sides, and his row got another number. */
function editedJean(): Office & { readonly jean: string } {
  const office = openOffice(project);
  office.addClient(JEAN);
  office.sync();
  office.edit('jean@x.fr', 'telephone', '06 99 99 99 99');
  return { ...office, jean: office.refOf('jean@x.fr') };
}

/** Pairs that have not met yet and whose numbers differ: the tab wins. */
function unequalPairs(count: number): Office {
  const office = openOffice(project);
  withoutQuotas(office);
  importContacts(office, clientsOf(count));
  pasteRows(
    office,
    clientsOf(count, (n) => ({ telephone: phoneOf(n, '07') })),
  );
  return office;
}

/** Somebody changes the contact right before the n-th time that the next run writes it. */
function meddle(office: Office & { readonly jean: string }, n: number, change: (text: string) => void): void {
  const where = { method: 'People.People.updateContact', within: 'execution' } as const;
  const act = (): void => {
    change(`Poste ${String(n)}`);
  };
  office.machine.faults.hook('before', n, act, where);
}

const phonesOf = (office: Office): readonly unknown[] =>
  office.contacts().map(({ phoneNumbers }) => (phoneNumbers as { value: string }[]).map(({ value }) => value).join());

describe('a contact that somebody changes while it is written', () => {
  it('S65 once is merged anew: what either side changed is there in the end', () => {
    const office = editedJean();
    meddle(office, 1, (title) => {
      office.people.edit(office.jean, (person) => {
        person.organizations = [{ title, department: 'Ventes' }];
      });
    });
    office.mark();
    expect(office.sync()).toMatchObject({ state: 'finished', metrics: { updated: 1, errors: 0, conflicts: 0 } });
    expect(office.writes().google).toEqual({ updateContact: 2 });
    expect(office.contact(office.jean)).toMatchObject({
      phoneNumbers: [{ value: '06 99 99 99 99' }],
      organizations: [{ title: 'Poste 1', department: 'Ventes' }],
    });
    expect(office.client('jean@x.fr')).toMatchObject({ telephone: '06 99 99 99 99', fonction: 'Poste 1' });
    expect(office.status('jean@x.fr')).toBe('Synchronisé');
    expect(office.again()).toEqual(NO_WRITES);
  });

  it('S66 three times is left for the next run, and its row says that it is still to be synced', () => {
    const office = editedJean();
    for (const n of [1, 2, 3]) {
      meddle(office, n, (value) => {
        office.people.edit(office.jean, (person) => {
          person.biographies = [{ value }];
        });
      });
    }
    office.mark();
    expect(office.sync()).toMatchObject({ state: 'finished', metrics: { updated: 0 } });
    expect(office.writes().google).toEqual({ updateContact: 3 });
    expect(office.status('jean@x.fr')).toMatch(/^Pas encore dans Google/);
    expect(office.client('jean@x.fr').telephone).toBe('06 99 99 99 99');
    expect(office.contact(office.jean)).toMatchObject({ phoneNumbers: [{ value: '06 12 34 56 78' }] });
    expect(office.sync()).toMatchObject({ metrics: { updated: 1 } });
    expect(office.contact(office.jean)).toMatchObject({
      phoneNumbers: [{ value: '06 99 99 99 99' }],
      biographies: [{ value: 'Poste 3' }],
    });
    expect(office.status('jean@x.fr')).toBe('Synchronisé');
    expect(office.again()).toEqual(NO_WRITES);
  });
});

describe('Google that asks to slow down in the middle of a run', () => {
  it('S67 pauses it after some patience; it goes on by itself, and nothing is written twice', () => {
    const office = unequalPairs(205);
    for (const n of [2, 3, 4, 5]) office.people.fault('batchUpdateContacts', n, BUSY);
    office.mark();
    const paused = office.sync();
    expect(paused).toMatchObject({ state: 'paused', metrics: { updated: 200, conflicts: 200 } });
    expect(office.writes().google).toEqual({ batchUpdateContacts: 5 });
    office.machine.advance((paused.resumesAt ?? 0) - office.machine.state.now + MINUTE);
    expect(office.machine.executions.at(-1)).toMatchObject({ functionName: 'continueContacts', status: 'done' });
    expect(office.writes().google).toEqual({ batchUpdateContacts: 6 });
    expect(phonesOf(office)).toEqual(clientsOf(205).map((_, n) => phoneOf(n + 1, '07')));
    // What the refused request was to overwrite is in the journal already, and once more when it is overwritten.
    expect(new Set(office.journal().map((line) => JSON.stringify(line))).size).toBe(205);
    expect(office.machine.state.triggers).toEqual([]);
    expect(office.again()).toEqual(NO_WRITES);
  });

  it('S67 keeps it from making contacts: the next run makes them, each once', () => {
    const office = openOffice(project);
    withoutQuotas(office);
    pasteRows(office, clientsOf(205));
    for (const n of [2, 3, 4, 5]) office.people.fault('batchCreateContacts', n, BUSY);
    const paused = office.sync();
    expect(paused).toMatchObject({ state: 'paused', metrics: { created: 200 } });
    expect(office.contacts()).toHaveLength(200);
    office.machine.advance((paused.resumesAt ?? 0) - office.machine.state.now + MINUTE);
    expect(office.contacts()).toHaveLength(205);
    expect(new Set(phonesOf(office)).size).toBe(205);
    expect(office.machine.state.triggers).toEqual([]);
    expect(office.again()).toEqual(NO_WRITES);
  });
});

describe('a change that Google carries out', () => {
  it.each([
    ['one contact', 1, 'updateContact'],
    ['several', 3, 'batchUpdateContacts'],
  ] as const)('S69 and answers with a fault (%s) is found there, and not written again', (_, count, method) => {
    const office = unequalPairs(count);
    office.people.fault(method, 1, { status: 503, message: 'The service is currently unavailable.', applied: true });
    office.mark();
    expect(office.sync()).toMatchObject({ state: 'finished', metrics: { updated: count, errors: 0 } });
    expect(office.writes().google).toEqual({ [method]: 1 });
    expect(phonesOf(office)).toEqual(clientsOf(count).map((_client, n) => phoneOf(n + 1, '07')));
    expect(office.clients().map(({ status }) => status)).toEqual(
      Array.from({ length: count }, () => 'Synchronisé – conflit sur telephone, voir le Journal'),
    );
    expect(office.again()).toEqual(NO_WRITES);
  });

  it('S75 and answers with nothing at all is looked up, and agreed on then', () => {
    const office = unequalPairs(3);
    office.people.rules.batchReadBack = false;
    office.mark();
    const reads = office.machine.calls()['People.People.getBatchGet'] ?? 0;
    expect(office.sync()).toMatchObject({ state: 'finished', metrics: { updated: 3, errors: 0 } });
    expect(office.writes().google).toEqual({ batchUpdateContacts: 1 });
    expect((office.machine.calls()['People.People.getBatchGet'] ?? 0) - reads).toBe(1);
    const links = Object.values(office.links());
    expect(links.map(({ state, base }) => [state, base.telephone]).sort()).toEqual(
      [1, 2, 3].map((n) => ['linked', phoneOf(n, '07')]),
    );
    expect(office.again()).toEqual(NO_WRITES);
  });
});

describe('what goes 200 at a time', () => {
  it('S73 takes two requests for 201 new contacts', () => {
    const office = openOffice(project);
    pasteRows(office, clientsOf(201));
    office.mark();
    expect(office.sync()).toMatchObject({ state: 'finished', metrics: { created: 201, errors: 0 } });
    expect(office.writes().google).toEqual({ batchCreateContacts: 2 });
    expect(new Set(phonesOf(office)).size).toBe(201);
    expect(office.contacts()).toHaveLength(201);
    expect(office.again()).toEqual(NO_WRITES);
  });

  it('S73 takes two requests for 201 changed ones', () => {
    const office = openOffice(project);
    importContacts(office, clientsOf(201));
    office.sync();
    pasteOver(office, (row) => ({ telephone: phoneOf(numberIn(row), '07') }));
    office.mark();
    expect(office.sync({ force: true })).toMatchObject({ state: 'finished', metrics: { updated: 201, errors: 0 } });
    expect(office.writes().google).toEqual({ batchUpdateContacts: 1, updateContact: 1 });
    expect(phonesOf(office)).toEqual(clientsOf(201).map((_, n) => phoneOf(n + 1, '07')));
    expect(office.again()).toEqual(NO_WRITES);
  });
});
