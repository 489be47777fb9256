import type { PersonJson } from '../apps-script/people/person-json';
import type { UserContacts } from '../apps-script/people/user-contacts';
import type { Bench } from './bench';
import type { DeskContact, DeskContacts, Order } from './protocol';

/** What whoever sits at the spreadsheet does in their Google Contacts. */
export type ContactOrder = Extract<Order, { readonly do: `${'add' | 'edit' | 'remove' | 'restore' | 'label'}Contact` }>;

/** The Google Contacts of whoever sits at the spreadsheet. */
export function readContacts(bench: Bench): DeskContacts {
  const contacts = contactsOf(bench);
  const groups = contacts.groups();
  const labels = new Map(groups.map(({ resourceName, name }) => [resourceName, name]));
  const toContact = (person: PersonJson): DeskContact => toDeskContact(person, labels);
  return {
    contacts: contacts.people().map(toContact),
    trash: contacts.trash().map(toContact),
    labels: groups.map(({ name }) => name),
  };
}

/** Does it. Throws when there is no such contact. */
export function doInContacts(bench: Bench, order: ContactOrder): void {
  const contacts = contactsOf(bench);
  switch (order.do) {
    case 'addContact':
      addSample(contacts, order);
      return;
    case 'editContact':
      contacts.edit(order.contact, (person) => {
        setPhone(person, order.phone);
      });
      return;
    case 'removeContact':
      contacts.remove(order.contact);
      return;
    case 'restoreContact':
      contacts.restore(order.contact);
      return;
    case 'labelContact':
      contacts.label(order.contact, groupOf(contacts, order.label), order.isMember);
  }
}

/** Gives everyone a few contacts, most of them with the label Clients, so that there is something to sync. */
export function addSampleContacts(bench: Pick<Bench, 'machine' | 'people'>): void {
  for (const person of bench.people) {
    const contacts = bench.machine.people.of(person);
    for (const sample of SAMPLES) addSample(contacts, sample);
  }
}

type Sample = Omit<Extract<Order, { readonly do: 'addContact' }>, 'do'>;

const SAMPLES: readonly Sample[] = [
  sample('Hélène', 'Martin', 'helene.martin@example.com', '06 12 34 56 78', 'Clients'),
  sample('Jean', 'Dupont', 'jean.dupont@example.com', '02 98 00 11 22', 'Clients'),
  sample('Inès', 'Kervella', 'ines.kervella@example.com', '+33 7 98 76 54 32', 'Clients'),
  sample('Paul', 'Ehrmann', 'paul.ehrmann@example.com', '', 'Clients'),
  sample('Mamie', '', 'mamie@example.com', '02 97 11 22 33', 'Famille'),
  sample('Docteur', 'Kermarec', '', '02 98 44 55 66', ''),
];

function sample(givenName: string, familyName: string, email: string, phone: string, label: string): Sample {
  return { givenName, familyName, email, phone, label };
}

function contactsOf({ machine, seat }: Pick<Bench, 'machine' | 'seat'>): UserContacts {
  return machine.people.of(seat);
}

function addSample(contacts: UserContacts, { givenName, familyName, email, phone, label }: Sample): void {
  const added = contacts.add({
    names: [{ givenName, familyName }],
    ...(email === '' ? {} : { emailAddresses: [{ value: email }] }),
    ...(phone === '' ? {} : { phoneNumbers: [{ value: phone }] }),
  });
  if (label !== '') contacts.label(added, groupOf(contacts, label));
}

/** The first number; others stay. */
function setPhone(person: PersonJson, phone: string): void {
  const [first, ...others] = person.phoneNumbers ?? [];
  person.phoneNumbers = phone === '' ? others : [{ ...first, value: phone }, ...others];
}

/** The resource name of a label, which is made where it is missing. */
function groupOf(contacts: UserContacts, label: string): string {
  return contacts.groups().find(({ name }) => name === label)?.resourceName ?? contacts.addGroup(label);
}

function toDeskContact(person: PersonJson, labels: ReadonlyMap<string, string>): DeskContact {
  const groups = person.memberships?.map(({ contactGroupMembership: group }) => group?.contactGroupResourceName ?? '');
  return {
    contact: person.resourceName ?? '',
    name: person.names?.[0]?.displayName ?? '',
    email: person.emailAddresses?.[0]?.value ?? '',
    phone: person.phoneNumbers?.[0]?.value ?? '',
    labels: (groups ?? []).flatMap((group) => labels.get(group) ?? []),
  };
}
