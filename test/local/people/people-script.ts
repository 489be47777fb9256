import { createMachine, type Machine } from '../../../local/apps-script/machine';
import type { PersonJson } from '../../../local/apps-script/people/person-json';
import { valueOf } from '../script';

/** What a script catches of a refused call. */
export interface Caught {
  readonly name: string;
  readonly message: string;
  readonly details?: {
    readonly code: number;
    readonly status: string;
    readonly details?: readonly Record<string, unknown>[];
  };
}

/** A machine whose clock starts at a round time. */
export function createPeopleMachine(): Machine {
  return createMachine({ startAt: Date.UTC(2026, 9, 2) });
}

/** What a body returns that has `P` and `G` for the two collections, and `ALL` for a mask of most fields. */
export function ask(machine: Machine, body: string): unknown {
  return valueOf(`${WORDS} ${body}`, machine);
}

/** The same for one person. */
export function askPerson(machine: Machine, body: string): PersonJson {
  return ask(machine, body) as PersonJson;
}

/** What the API refuses a body with. */
export function refusalOf(machine: Machine, body: string): Caught {
  return ask(
    machine,
    `try { ${body} } catch (e) { return { name: e.name, message: e.message, details: e.details } } return { message: 'nothing' }`,
  ) as Caught;
}

/** The text behind the name of the method. */
export function textOf({ message }: Caught): string {
  return message.replace(/^API call to [\w.]+ failed with error: /, '');
}

/** Someone with one address. */
export function someone(email: string, more: PersonJson = {}): PersonJson {
  return { names: [{ givenName: 'Jean', familyName: 'Dupont' }], emailAddresses: [{ value: email }], ...more };
}

/** Addresses of the contacts of the holder. */
export function addressesOf(machine: Machine): unknown[] {
  return machine.people.people().map(({ emailAddresses }) => emailAddresses?.[0]?.value);
}

const WORDS = `
  const P = People.People, G = People.ContactGroups;
  const ALL = 'names,emailAddresses,phoneNumbers,addresses,organizations,clientData,memberships,biographies,metadata';
  const read = (name, fields) => P.get(name, { personFields: fields || ALL });
  const update = (person, fields, changes) =>
    P.updateContact(Object.assign({ etag: person.etag, metadata: person.metadata }, changes), person.resourceName,
      { updatePersonFields: fields, personFields: ALL });`;
