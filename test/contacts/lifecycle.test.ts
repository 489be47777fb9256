import type { Project } from '../../local/apps-script/project';
import type { PlanView } from '../../src/app/rpc';
import { saveWorkbook } from '../../local/apps-script/spreadsheet/saved';
import { buildAddOn, NO_WRITES, openOffice, type Office } from './contacts-lab';
import { copyOffice } from './copy-office';
import { JEAN, MARIE, officeInStep, setPhone } from './office-in-step';
import { clientsOf, importContacts, withoutQuotas } from './many-clients';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

let project: Project;
beforeAll(async () => {
  project = await buildAddOn();
});

const linkedIn = (office: Office): number =>
  Object.values(office.links()).filter(({ state }) => state === 'linked').length;

describe('what the sync remembers', () => {
  it.each([['_sync_contacts'], ['_google_index'], ['_sync_contacts and _google_index']])(
    'S87 is lost with its hidden tab (%s): a sync is like the first one, fills in what either side lacks and deletes nothing',
    (names) => {
      const tabs = names.split(' and ');
      const office = officeInStep(project);
      for (const tab of tabs) office.hands.deleteTab(tab);
      office.edit('jean@x.fr', 'ville', '');
      office.edit('jean@x.fr', 'fonction', 'Chef');
      office.editContact(office.marie, (person) => {
        person.addresses = [];
      });
      const isLedgerLost = tabs.includes('_sync_contacts');
      expect(office.sync()).toMatchObject({ state: 'finished', metrics: { created: 0, held: 0, errors: 0 } });
      expect([office.clients().length, office.contacts().length, linkedIn(office)]).toEqual([2, 2, 2]);
      expect(office.contact(office.jean)).toMatchObject({ organizations: [{ title: 'Chef' }] });
      // Without what both sides agreed on nobody knows that a town was erased; with it, it was.
      expect(office.client('jean@x.fr').ville).toBe(isLedgerLost ? 'Lyon' : '');
      expect(office.client('marie@x.fr').ville).toBe(isLedgerLost ? 'Paris' : '');
      expect(office.contact(office.marie).addresses).toEqual(
        isLedgerLost ? [expect.objectContaining({ city: 'Paris' })] : undefined,
      );
      expect(office.again()).toEqual(NO_WRITES);
    },
  );

  it('S88 of one client cannot be read: that client alone is paired anew, as at the first sync', () => {
    const office = officeInStep(project);
    const { id } = office.client('jean@x.fr');
    const lines = office.hands.rows('_sync_contacts');
    lines.forEach(([, key], n) => {
      if (key === id) office.hands.type('_sync_contacts', `C${String(n + 1)}`, '{"ref":"people/c1","base":["Dup');
    });
    office.edit('jean@x.fr', 'ville', '');
    setPhone(office, office.jean, '06 99 99 99 99');
    office.edit('marie@x.fr', 'ville', '');
    expect(office.sync()).toMatchObject({ state: 'finished', metrics: { created: 0, held: 0, errors: 0 } });
    expect(office.client('jean@x.fr')).toMatchObject({ id, ville: 'Lyon', telephone: '06 12 34 56 78' });
    expect(office.journal()).toContainEqual(
      expect.objectContaining({
        field: 'telephone',
        before: '06 99 99 99 99',
        why: 'première synchronisation : l’onglet a gagné',
      }),
    );
    // Of the other one it is known that the town was erased.
    expect(office.client('marie@x.fr').ville).toBe('');
    expect(office.contact(office.marie)).not.toHaveProperty('addresses');
    expect([office.contacts().length, linkedIn(office)]).toEqual([2, 2]);
    expect(office.again()).toEqual(NO_WRITES);
  });

  it('S89 comes from a version that asked Google for other fields: all contacts are listed, and none is written', () => {
    const office = officeInStep(project);
    const { document } = office.machine.state.properties;
    const stored = JSON.parse(document['contacts.token'] ?? '') as { fields: string };
    document['contacts.token'] = JSON.stringify({ ...stored, fields: 'names,emailAddresses,metadata' });
    expect(office.again()).toEqual(NO_WRITES);
    expect(office.machine.state.people.user?.pages.at(-1)?.syncToken).toBeNull();
    expect(office.again()).toEqual(NO_WRITES);
    expect(office.machine.state.people.user?.pages.at(-1)?.syncToken).toEqual(expect.any(String));
  });
});

describe('a preview', () => {
  /** All that is stored, in the spreadsheet and beside it, and all contacts. */
  const everything = ({ machine, people }: Office): unknown => [
    ...[...machine.documents.workbooks.values()].flatMap((workbook) => [...saveWorkbook(workbook)]),
    structuredClone([machine.state.properties, machine.state.triggers, people.people()]),
  ];

  it('S90 shows what the sync then does, and writes nothing', () => {
    const office = officeInStep(project);
    setPhone(office, office.marie, '06 22 22 22 22');
    setPhone(office, office.jean, '06 44 44 44 44');
    office.paste('jean@x.fr', 'telephone', '06 33 33 33 33');
    office.addClient({ nom: 'Neuf', email: 'neuf@x.fr' });
    office.addClient({ nom: 'Sans adresse' });
    office.addContact({ nom: 'Venu', email: 'venu@x.fr' });
    const before = everything(office);
    const plan: PlanView = office.call('previewContacts');
    expect(everything(office)).toEqual(before);
    expect(office.call('previewContacts')).toEqual(plan);
    const lines = plan.lines.map(({ side, client, field, before: from, after }) => [side, client, field, from, after]);
    expect(lines).toEqual(
      expect.arrayContaining([
        ['sheet', 'Marie Curie (marie@x.fr)', 'telephone', '06 11 11 11 11', '06 22 22 22 22'],
        ['google', 'Jean Dupont (jean@x.fr)', 'telephone', '06 44 44 44 44', '06 33 33 33 33'],
        ['google', 'Neuf (neuf@x.fr)', '', '', 'Neuf · neuf@x.fr'],
        ['sheet', 'Venu (venu@x.fr)', '', '', 'Venu · venu@x.fr'],
      ]),
    );
    expect(lines.filter(([side]) => side === 'held')).toHaveLength(1);
    expect(lines).toHaveLength(5);
    expect(office.sync()).toMatchObject({ metrics: { created: 2, updated: 2, conflicts: 1, held: 1 } });
    expect(office.client('marie@x.fr').telephone).toBe('06 22 22 22 22');
    expect(office.contact(office.jean)).toMatchObject({ phoneNumbers: [{ value: '06 33 33 33 33' }] });
    expect([office.clients().length, office.contacts().length]).toEqual([5, 4]);
    expect(office.call('previewContacts').lines.map(({ side }) => side)).toEqual(['held']);
  });

  it('S90 of the first sync makes the same plan as the sync', () => {
    const office = openOffice(project);
    office.addClient(JEAN);
    office.addContact(MARIE);
    const straight = copyOffice(office);
    const before = everything(office);
    expect(
      office
        .call('previewContacts')
        .lines.map(({ side }) => side)
        .sort(),
    ).toEqual(['google', 'sheet']);
    expect(everything(office)).toEqual(before);
    const [run, other] = [office.sync(), straight.sync()];
    expect(run).toMatchObject({ state: other.state, metrics: { created: 2 } });
  });
});

describe('another program', () => {
  it('S91 that keeps changing a number is followed three times, then the client is frozen and reported; others go on', () => {
    const office = officeInStep(project);
    const numbers = ['06 00 00 00 01', '06 00 00 00 02', '06 00 00 00 01'];
    for (const number of numbers) {
      setPhone(office, office.jean, number);
      expect(office.sync()).toMatchObject({ metrics: { updated: 1, held: 0 } });
      expect(office.client('jean@x.fr').telephone).toBe(number);
    }
    setPhone(office, office.jean, '06 00 00 00 02');
    setPhone(office, office.marie, '06 22 22 22 22');
    office.mark();
    expect(office.sync()).toMatchObject({ state: 'finished', metrics: { updated: 1, held: 1 } });
    expect(office.writes()).toMatchObject({ google: {}, cells: ['D3'] });
    expect(office.client('marie@x.fr').telephone).toBe('06 22 22 22 22');
    expect(office.client('jean@x.fr').telephone).toBe('06 00 00 00 01');
    expect(office.status('jean@x.fr')).toMatch(/un autre programme modifie sans cesse « telephone »/);
    expect(office.again()).toEqual(NO_WRITES);
    const [choice] = office.call('readChoices');
    expect(choice).toMatchObject({ title: 'Jean Dupont (jean@x.fr)', options: [{ value: 'resume' }] });
    expect(office.call('openContacts').choices).toBe(1);
    office.call('decideChoices', [{ id: choice?.id ?? '', value: 'resume' }]);
    office.sync();
    expect(office.client('jean@x.fr').telephone).toBe('06 00 00 00 02');
    expect(office.status('jean@x.fr')).toBe('Synchronisé');
    expect(office.call('openContacts').choices).toBe(0);
    expect(office.again()).toEqual(NO_WRITES);
  });
});

describe('3,000 contacts', () => {
  it('S92 of which none changed cost at most five requests and less than a minute', () => {
    const office = openOffice(project);
    withoutQuotas(office);
    importContacts(
      office,
      clientsOf(3000, () => ({ telephone: '' })),
    );
    expect(office.sync()).toMatchObject({ state: 'finished', metrics: { created: 3000 } });
    for (const wait of [0, 6 * DAY]) {
      office.machine.advance(wait);
      office.mark();
      const { metrics } = office.sync();
      expect(metrics).toMatchObject({ created: 0, updated: 0, skipped: 3000, errors: 0 });
      expect(office.writes()).toEqual(NO_WRITES);
      expect(metrics.calls).toBeLessThanOrEqual(5);
      const [run] = office.machine.executions.slice(-1);
      expect((run?.endedAt ?? 0) - (run?.startedAt ?? 0)).toBeLessThan(MINUTE);
    }
  });
});
