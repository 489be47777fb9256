import { currentOf, liveContacts, type ContactRecord } from './contact-book';
import { createContactHands, findOwn, inTrash } from './contact-hands';
import type { Desk } from './contact-records';
import { label } from './group-members';
import { addGroup, removeGroup } from './groups';
import type { PersonJson } from './person-json';
import { READABLE } from './person-fields';
import type { RenameOptions } from './rename-contact';
import { toPerson } from './to-person';

/** What someone sees and does in Google Contacts beside all scripts. Contacts go by resource name, former ones too. */
export interface UserContacts {
  /** Adds a contact; returns its resource name. */
  add(person: PersonJson): string;
  /** Adds many, and returns their resource names in their order. */
  import(persons: readonly PersonJson[]): string[];
  /** Changes a contact: `change` gets its fields without anything worked out, and a field that it deletes is gone. */
  edit(resourceName: string, change: (person: PersonJson) => void): void;
  /** Puts a contact into the trash. */
  remove(resourceName: string): void;
  /** Takes a contact out of the trash, under its resource name. */
  restore(resourceName: string): void;
  /** Merges two: the first keeps what it has and gets what else the second had, which is deleted for good. */
  merge(keep: string, drop: string): void;
  /** Gives a contact another resource name, as when Google links it with a profile; returns the new one. */
  rename(resourceName: string, how?: RenameOptions): string;
  /** Gives a contact, or `all`, another etag and time of update without any change. */
  bump(which: string): void;
  /** Merges a profile or a second contact of Google's into a person, whose items scripts see but cannot write; null: none. */
  addSource(resourceName: string, type: 'PROFILE' | 'CONTACT', person: PersonJson | null): void;
  /** Adds a label; returns its resource name. */
  addGroup(name: string): string;
  /** Deletes a label; its contacts stay. */
  removeGroup(group: string): void;
  /** Gives a contact a label or takes it away, by the label's resource name, such as `contactGroups/starred`. */
  label(resourceName: string, group: string, isMember?: boolean): void;
  /** All contacts with all fields as the API tells them, items in their order, in order of creation. */
  people(): PersonJson[];
  /** One of them; throws when there is none. */
  person(resourceName: string): PersonJson;
  /** The labels, in order of creation. */
  groups(): { resourceName: string; name: string }[];
  /** What can be restored, in order of creation. */
  trash(): PersonJson[];
}

/** The hands of whoever owns the book that `desk` gives. */
export function createUserContacts(desk: () => Desk): UserContacts {
  return { ...createContactHands(desk), ...createEyes(desk), ...createLabels(desk) };
}

function createEyes(desk: () => Desk): Pick<UserContacts, 'people' | 'person' | 'groups' | 'trash'> {
  return {
    people: () => liveContacts(desk().book).map((record) => show(record)),
    person: (resourceName) => show(findOwn(desk(), resourceName)),
    groups: () => desk().book.groups.map(({ resourceName, name }) => ({ resourceName, name })),
    trash: () => inTrash(desk()).map((record) => show(record)),
  };
}

function createLabels(desk: () => Desk): Pick<UserContacts, 'addGroup' | 'removeGroup' | 'label'> {
  return {
    addGroup: (name) => addGroup(desk(), name).resourceName,
    removeGroup(group) {
      removeGroup(desk(), group, false);
    },
    label(resourceName, group, isMember = true) {
      label(desk(), findOwn(desk(), resourceName), group, isMember);
    },
  };
}

/** A contact of the trash is shown as it was. */
function show(record: ContactRecord): PersonJson {
  const version = currentOf(record);
  const fields = version.fields ?? record.trash?.fields ?? null;
  const view = { fields: READABLE.filter((field) => field !== 'photos'), withProfile: false, shuffleSeed: null };
  return toPerson(record, { ...version, fields }, view);
}
