import type { Project } from '../../local/apps-script/project';
import { buildAddOn, NO_WRITES, openOffice, type Office } from './contacts-lab';
import { copyOffice } from './copy-office';
import { fieldsOf } from './contacts-eyes';
import { importContacts, pasteRows } from './many-clients';

let project: Project;
let prepared: Office;
/** The calls of a run that nobody disturbs, by method, and what both sides have then. */
let calls: Readonly<Record<string, number>>;
let expected: Readonly<Record<string, Record<string, unknown>>>;

const client = (name: string, telephone: string, nom = name): Record<string, string> => ({
  ...{ nom, prenom: `P ${name}`, email: `${name}@x.fr`, telephone, adresse: `1 rue ${name}`, fonction: `F ${name}` },
});

/** Before these an edit matters that is made since the call before: the cells are read, or something is written. */
const AT_CELLS = [
  ...['Range.getDisplayValues', 'Sheets.Spreadsheets.Values.batchUpdate'],
  ...['People.People.updateContact', 'People.People.batchCreateContacts'],
];

/** Before these it matters where rows are. */
const AT_ROWS = [
  ...['Range.getDisplayValues', 'Range.getFormulas', 'Range.getValues'],
  ...['Sheet.insertRowsAfter', 'Sheets.Spreadsheets.Values.batchUpdate'],
];

beforeAll(async () => {
  project = await buildAddOn();
  prepared = beforeRun();
  const straight = copyOffice(prepared);
  straight.sync();
  calls = straight.machine.executions.at(-1)?.calls ?? {};
  expected = byEmail(straight);
});

/** Rows in no order, to be written by the next run: changed in Google, by both, in the tab, and new on either side. */
function beforeRun(): Office {
  const office = openOffice(project);
  pasteRows(
    office,
    ['mia', 'bob', 'zoe', 'ann', 'kim'].map((name, n) => client(name, `06 10 00 00 0${String(n)}`)),
  );
  office.sync();
  const setPhone = (email: string, value: string): void => {
    office.editContact(office.refOf(email), (person) => {
      person.phoneNumbers = [{ value }];
    });
  };
  setPhone('mia@x.fr', '06 20 00 00 01');
  setPhone('zoe@x.fr', '06 20 00 00 02');
  office.paste('bob@x.fr', 'telephone', '06 20 00 00 03');
  pasteRows(office, [client('eve', '06 20 00 00 04')], 7);
  importContacts(office, [client('fay', '06 20 00 00 05')]);
  return office;
}

function byEmail(office: Office): Record<string, Record<string, unknown>> {
  return Object.fromEntries(office.clients().map((row) => [String(row.email), fieldsOf(row)]));
}

/** Runs beside which, before each call that matters, something happens once; then runs until nothing is left to do. */
function meddle(
  methods: readonly string[],
  act: (office: Office) => void,
  check: (office: Office, call: string) => void,
): void {
  for (const method of methods) {
    for (let n = 1; n <= (calls[method] ?? 0); n += 1) {
      const office = copyOffice(prepared);
      const strike = (): void => {
        act(office);
      };
      office.machine.faults.hook('before', n, strike, { method, within: 'execution' });
      office.machine.run(project, 'syncContacts', [], { as: 'page' });
      office.machine.faults.clear();
      for (let rounds = 0; JSON.stringify(office.again()) !== JSON.stringify(NO_WRITES); rounds += 1) {
        if (rounds === 3) throw new Error(`no end after call ${String(n)} of ${method}`);
      }
      try {
        check(office, `${method} ${String(n)}`);
      } catch (error) {
        throw new Error(`meddled before call ${String(n)} of ${method}: ${String(error)}`, { cause: error });
      }
    }
  }
}

/** No value in another client's row or contact, nobody twice, and both sides alike. */
function expectUnmixed(office: Office, clients: Readonly<Record<string, Record<string, unknown>>>): void {
  expect(byEmail(office)).toEqual(clients);
  expect(office.clients()).toHaveLength(Object.keys(clients).length);
  expect(office.contacts()).toHaveLength(Object.keys(clients).length);
  const links = office.links();
  for (const { id, email, nom, prenom, telephone, adresse, fonction } of office.clients()) {
    const ref = office.refOf(String(email));
    expect(links[id]).toMatchObject({ ref, state: 'linked', base: { email } });
    expect(office.contact(ref)).toMatchObject({
      names: [{ familyName: nom, givenName: prenom }],
      phoneNumbers: [{ value: telephone }],
      addresses: [{ streetAddress: adresse }],
      organizations: [{ title: fonction }],
    });
  }
}

describe('somebody who works in the tab while a run writes', () => {
  it('S84 loses no edit of a row that the run writes to, whenever it is made', () => {
    meddle(
      AT_CELLS,
      (office) => {
        office.hands.type('Clients', `B${String(office.client('mia@x.fr').row)}`, 'Mia-Lou');
        office.hands.type('Clients', `D${String(office.client('bob@x.fr').row)}`, '06 30 00 00 01');
        office.hands.type('Clients', `I${String(office.client('eve@x.fr').row)}`, 'Reine');
      },
      (office) => {
        expectUnmixed(office, {
          ...expected,
          'mia@x.fr': { ...expected['mia@x.fr'], prenom: 'Mia-Lou' },
          'bob@x.fr': { ...expected['bob@x.fr'], telephone: '06 30 00 00 01' },
          'eve@x.fr': { ...expected['eve@x.fr'], fonction: 'Reine' },
        });
      },
    );
  });

  it('S84 loses no edit of the very cell that the run writes, until the request that writes it', () => {
    const lost: string[] = [];
    meddle(
      AT_CELLS,
      (office) => {
        office.hands.type('Clients', `D${String(office.client('mia@x.fr').row)}`, '06 30 00 00 02');
      },
      (office, call) => {
        const { telephone } = office.client('mia@x.fr');
        if (telephone !== '06 30 00 00 02') lost.push(call);
      },
    );
    expect(lost.filter((call) => !call.startsWith('Sheets.Spreadsheets.Values.batchUpdate'))).toEqual([]);
    expect(lost.length).toBeLessThanOrEqual(1);
  });

  it.each([
    ['sorts it', 'sort'],
    ['inserts a row at the top', 'insert'],
  ])('S85 and %s finds no value in the row of another client', (_, what) => {
    const act = ({ hands }: Office): void => {
      if (what === 'sort') hands.sort('Clients', 3, false);
      else hands.insertRow('Clients', 2);
    };
    meddle(AT_ROWS, act, (office) => {
      expectUnmixed(office, expected);
    });
  });
});
