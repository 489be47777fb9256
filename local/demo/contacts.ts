import type { ContactsRunView, Result } from '../../src/app/rpc';
import type { PersonJson } from '../apps-script/people/person-json';
import type { Project } from '../apps-script/project';
import { typeClients } from '../cli/type-clients';
import { toTable } from '../cli/table';
import { compareContacts, type ClientRow } from '../expected/contacts';
import { askPage } from './ask-page';
import type { Office } from './office';

/**
 * Sets up the two-way sync as the sidebar does and shows it: rows appear as contacts, a contact as a row, an edit of a phone number
 * comes back, and a conflict lands in the journal. Compares both sides each time. False when something differs.
 */
export function showContacts(office: Office, project: Project): boolean {
  const { machine } = office;
  console.log('\nClients et Google Contacts\n');
  const scope = { kind: 'label', name: 'Clients' } as const;
  valueOf(
    askPage(machine.page(project), 'saveContacts', {
      scope,
      direction: 'both',
      tie: 'sheet',
      hourly: true,
      atOnce: false,
    }),
  );
  typeClients(machine, CLIENTS);
  const marie = machine.people.add(MARIE);
  machine.people.label(marie, machine.people.groups().find(({ name }) => name === 'Clients')?.resourceName ?? '');
  const isFirstRight = sync(office, project, 'Trois clients dans l’onglet, un contact avec le libellé « Clients »');

  machine.advance(5 * MINUTE);
  machine.people.edit(marie, ({ phoneNumbers }) => {
    if (phoneNumbers?.[0]) phoneNumbers[0].value = '+33 6 55 66 77 88';
  });
  const isSecondRight = sync(office, project, 'Marie change de numéro sur son téléphone');

  machine.advance(5 * MINUTE);
  typeClients(machine, 'email,ville\njean.dupont@exemple.fr,Villeurbanne\n');
  machine.advance(5 * MINUTE);
  const jean = machine.people
    .people()
    .find(({ emailAddresses }) => emailAddresses?.[0]?.value === 'jean.dupont@exemple.fr');
  machine.people.edit(jean?.resourceName ?? '', ({ addresses }) => {
    if (addresses?.[0]) addresses[0].city = 'Vénissieux';
  });
  const isThirdRight = sync(office, project, 'La ville de Jean est modifiée dans l’onglet, puis dans Google : conflit');
  showJournal(office);
  return isFirstRight && isSecondRight && isThirdRight;
}

const MINUTE = 60_000;

const CLIENTS = `nom,prenom,email,telephone,adresse,ville,code_postal,entreprise,fonction
Dupont,Jean,jean.dupont@exemple.fr,06 12 34 56 78,12 rue des Lilas,Lyon,69003,,
Martin,Zoé,zoe@menuiserie-martin.fr,04 74 00 11 22,"3 place du Marché
Bâtiment B",Bourg-en-Bresse,01000,Menuiserie Martin,Gérante
Nguyen,Linh,linh.nguyen@exemple.fr,+33 7 98 76 54 32,,,,+33 Bois,
`;

const MARIE: PersonJson = {
  names: [{ familyName: 'Leroy', givenName: 'Marie', middleName: 'Anne' }],
  emailAddresses: [{ value: 'Marie.Leroy@exemple.fr', type: 'home' }],
  phoneNumbers: [{ value: '06 11 22 33 44', type: 'mobile' }],
  birthdays: [{ date: { year: 1980, month: 5, day: 17 } }],
};

function sync({ machine, hands }: Office, project: Project, what: string): boolean {
  const run: ContactsRunView = valueOf(askPage(machine.page(project), 'syncContacts'));
  const rows = clientsOf(hands.shown('Clients'));
  const names = ['nom', 'prenom', 'email', 'telephone', 'ville', 'Statut'];
  console.log(
    `${what}\n\n${toTable(
      names,
      rows.map((row) => names.map((name) => row[name] ?? '')),
    )}\n`,
  );
  console.log(`À l’écran : ${run.summary}`);
  const found = compareContacts(rows, machine.people.people());
  for (const difference of found) console.error(`✗ ${difference}`);
  if (found.length === 0)
    console.log(`✓ ${String(rows.length)} clients comparés aux contacts : les mêmes des deux côtés\n`);
  return found.length === 0;
}

function clientsOf([header = [], ...lines]: readonly (readonly string[])[]): readonly ClientRow[] {
  const rows = lines.map((line) => Object.fromEntries(header.map((name, n) => [name, line[n] ?? ''])));
  return rows.filter(({ email = '' }) => email !== '');
}

function showJournal({ hands }: Office): void {
  const [header = [], ...lines] = hands.shown('Journal');
  const columns = [1, 2, 3, 4, 6];
  const pick = (line: readonly string[]): readonly string[] => columns.map((column) => line[column] ?? '');
  console.log(`Onglet Journal\n\n${toTable(pick(header), lines.map(pick))}`);
}

function valueOf<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(result.advice);
}
