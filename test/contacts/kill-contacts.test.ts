import { isDeepStrictEqual } from 'node:util';
import type { Moment } from '../../local/apps-script/faults';
import type { Project } from '../../local/apps-script/project';
import { FIELDS } from '../../src/contacts/fields';
import { buildAddOn, NO_WRITES, openOffice, type Office } from './contacts-lab';
import { copyOffice } from './copy-office';
import { importContacts, pasteRows } from './many-clients';

const HOUR = 3_600_000;

let project: Project;
beforeAll(async () => {
  project = await buildAddOn();
});

const client = (name: string, telephone: string, fonction = 'Chef'): Record<string, string> => ({
  ...{ nom: name, prenom: 'Paul', email: `${name}@x.fr`, telephone, fonction },
});

/** Nothing was synced yet: a new row, a new contact, and one on both sides that differs. */
function first(): Office {
  const office = openOffice(project);
  importContacts(office, [client('bo', '06 20 00 00 01'), client('cy', '06 30 00 00 01', 'Sage')]);
  pasteRows(office, [client('ann', '06 10 00 00 01'), client('cy', '06 30 00 00 02', 'Roi')]);
  return office;
}

/** After a first sync: a new row, a new contact, a change on either side, and two that both sides changed. */
function second(): Office {
  const office = first();
  pasteRows(office, [client('dan', '06 40 00 00 01')], 4);
  office.sync();
  office.edit('ann@x.fr', 'telephone', '06 10 00 00 02');
  const setPhone = (email: string, value: string): void => {
    office.editContact(office.refOf(email), (person) => {
      person.phoneNumbers = [{ value }];
    });
  };
  setPhone('bo@x.fr', '06 20 00 00 02');
  setPhone('cy@x.fr', '06 30 00 00 03');
  office.edit('cy@x.fr', 'telephone', '06 30 00 00 04');
  office.edit('dan@x.fr', 'telephone', '06 40 00 00 02');
  setPhone('dan@x.fr', '06 40 00 00 03');
  pasteRows(office, [client('eve', '06 50 00 00 01')], 6);
  importContacts(office, [client('fay', '06 60 00 00 01')]);
  return office;
}

/** A client on one side, `key` being what its link knows it by. */
function lineOf(key: string, { nom, prenom, email, telephone, fonction }: Readonly<Record<string, unknown>>): string {
  return [key, email, nom, prenom, telephone, fonction].map(String).join(' / ');
}

function contactLines({ people }: Office): readonly string[] {
  return people.people().map(({ resourceName = '', names, emailAddresses, phoneNumbers, organizations }) =>
    lineOf(resourceName, {
      ...{ nom: names?.[0]?.familyName, prenom: names?.[0]?.givenName, email: emailAddresses?.[0]?.value },
      ...{ telephone: phoneNumbers?.[0]?.value, fonction: organizations?.[0]?.title },
    }),
  );
}

/** Both sides as they are, and as what they agreed on says that they are. */
function standOf(office: Office): readonly (readonly string[])[] {
  const links = Object.entries(office.links()).filter(([, { state }]) => state === 'linked');
  const stand = [
    office.clients().map((row) => lineOf(row.id, row)),
    links.map(([id, { base }]) => lineOf(id, base)),
    contactLines(office),
    links.map(([, { ref, base }]) => lineOf(ref, base)),
  ];
  return stand.map((lines) => [...lines].sort());
}

function isSettled(office: Office): boolean {
  const [rows, agreedRows, contacts, agreedContacts] = standOf(office);
  const isAgreed = isDeepStrictEqual(rows, agreedRows) && isDeepStrictEqual(contacts, agreedContacts);
  return isAgreed && rows?.length === contacts?.length && office.machine.state.triggers.length === 0;
}

/** Every value on either side. */
function valuesIn(office: Office): ReadonlySet<string> {
  const inRows = office.clients().flatMap((row) => FIELDS.map((field) => String(row[field])));
  return new Set([...inRows, ...contactLines(office).flatMap((line) => line.split(' / ').slice(1))]);
}

/** One press of the button; whether it was killed. */
function press({ machine }: Office): boolean {
  const { status } = machine.run(project, 'syncContacts', [], { as: 'page' });
  machine.faults.clear();
  return status === 'killed';
}

/** Triggers fire, and the button is pressed, until nothing is left to do. */
function settle(office: Office): void {
  for (let rounds = 0; rounds < 4; rounds += 1) {
    office.machine.advance(HOUR + 1000);
    if (isSettled(office)) return;
    press(office);
  }
}

/** Every tab, whether it is hidden, and its header; that of the history comes when all is done, and a kill may keep it away. */
function tabsOf({ addOn: { workbook }, hands }: Office): readonly unknown[] {
  const tabs = workbook.tabs.filter(({ name }) => name !== 'Historique');
  return tabs.map(({ name, hidden }) => [name, hidden, hands.rows(name)[0]]).sort();
}

/** Every client once, both sides alike, and each value that there ever was in one of them or in the journal. */
function expectAgreement(office: Office, straight: Office, values: ReadonlySet<string>): void {
  const [rows, agreedRows, contacts, agreedContacts] = standOf(office);
  expect([rows, contacts]).toEqual([agreedRows, agreedContacts]);
  const [emails, expected] = [office, straight].map((each) => each.clients().map(({ email }) => String(email)));
  expect(emails?.sort()).toEqual(expected?.sort());
  expect(office.contacts()).toHaveLength(emails?.length ?? 0);
  expect(office.clients().filter(({ status }) => !status.startsWith('Synchronisé'))).toEqual([]);
  const kept = new Set([...valuesIn(office), ...office.journal().map(({ before }) => before)]);
  expect([...values].filter((value) => !kept.has(value))).toEqual([]);
  expect(tabsOf(office)).toEqual(tabsOf(straight));
  expect(office.machine.state.properties.document['contacts.run']).toBeUndefined();
  expect(office.machine.state.triggers).toEqual([]);
}

/** Of so many runs one is followed by another, to see that it has nothing to do. */
const CHECKED = 6;

describe('a run that Google kills', () => {
  it.each([
    ['S79 before', 'second', 'arrive', second],
    ['S79 after', 'second', 'lost', second],
    ['S79 after', 'first', 'lost', first],
  ] as const)(
    '%s whichever call of the %s sync it was (what it had not flushed: %s) loses no value and makes nothing twice',
    (title, _, unflushed, prepare) => {
      const moment = title.slice('S79 '.length) as Moment;
      const prepared = prepare();
      const values = valuesIn(prepared);
      const straight = copyOffice(prepared);
      press(straight);
      settle(straight);
      let n = 1;
      for (; ; n += 1) {
        const office = copyOffice(prepared);
        office.machine.documents.unflushed = unflushed;
        office.machine.faults.kill(moment, n);
        if (!press(office)) break;
        try {
          settle(office);
          expectAgreement(office, straight, values);
          if (n % CHECKED === 0) expect(office.again()).toEqual(NO_WRITES);
        } catch (error) {
          throw new Error(`killed ${moment} call ${String(n)}: ${String(error)}`, { cause: error });
        }
      }
      expect(n).toBeGreaterThan(60);
    },
    120_000,
  );
});
