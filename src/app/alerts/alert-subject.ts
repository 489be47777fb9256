import { connectionsIn } from '../connections';
import { CONTACTS, CONTACTS_TITLE } from '../contacts/contacts-history';
import { contactsIn } from '../contacts/contacts-store';

/** What alerts are about: a connection, or the two-way sync of contacts. */
export interface AlertSubject {
  readonly id: string;
  readonly title: string;
  /** The connector's name. */
  readonly connector: string;
  /** An e-mail address. */
  readonly owner: string;
}

/** All of them, in the document's properties. */
export function alertSubjectsIn(properties: Readonly<Record<string, string>>): readonly AlertSubject[] {
  const { setup } = contactsIn(properties);
  return [
    ...connectionsIn(properties),
    ...(setup ? [{ id: CONTACTS, title: CONTACTS_TITLE, connector: CONTACTS, owner: setup.owner }] : []),
  ];
}
