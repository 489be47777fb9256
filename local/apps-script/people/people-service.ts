import type { Account } from '../account';
import type { Faithful } from '../faithful';
import type { Host, Rules } from '../host';
import type { Project } from '../project';
import type { Json } from './contact-book';
import { createInvoke, type Invoke, type Options } from './invoke-people';
import type { PeopleMethod } from './endpoints';

type Google = GoogleAppsScript.People.Collection.PeopleCollection;
type Groups = GoogleAppsScript.People.Collection.ContactGroupsCollection;

/**
 * The advanced service People: the People API v1 as Apps Script wraps it (developers.google.com, Apps Script, Advanced
 * People Service). Bodies come first, then resource names, then the other parameters.
 */
export function createPeopleService(host: Host, account: Account, project: Project): object {
  const invoke = createInvoke({ host, account, project });
  const connections = host.expose(
    'People.People.Connections',
    { list: (resourceName: string, options?: Options) => invoke('list', { resourceName, options }) },
    rulesOf(host, { list: [1, 2] }),
  );
  const people = host.expose(
    'People.People',
    { ...createContacts(invoke), ...lacking(host, 'People.People', MISSING), Connections: connections },
    rulesOf(host, CONTACTS),
  );
  return host.expose('People', {
    People: people,
    ContactGroups: createGroups(host, invoke),
    OtherContacts: createOthers(host),
  });
}

/** How many arguments each takes: fewest and most. */
type Arity = Readonly<Record<string, readonly [number, number]>>;

const CONTACTS: Arity = {
  get: [1, 2],
  getBatchGet: [0, 1],
  searchContacts: [0, 1],
  createContact: [1, 2],
  updateContact: [2, 3],
  deleteContact: [1, 1],
  batchCreateContacts: [1, 1],
  batchUpdateContacts: [1, 1],
  batchDeleteContacts: [1, 1],
};

const GROUPS: Arity = {
  list: [0, 1],
  get: [1, 2],
  batchGet: [0, 1],
  create: [1, 1],
  update: [2, 2],
  remove: [1, 2],
};

function createContacts(
  invoke: Invoke,
): Faithful<Google, Exclude<keyof Google, 'Connections' | (typeof MISSING)[number]>> {
  return {
    get: (resourceName: string, options?: Options) => invoke('get', { resourceName, options }),
    getBatchGet: (options?: Options) => invoke('getBatchGet', { options }),
    searchContacts: (options?: Options) => invoke('searchContacts', { options }),
    createContact: (body: object, options?: Options) => invoke('createContact', { body, options }),
    updateContact: (body: object, resourceName: string, options?: Options) =>
      invoke('updateContact', { body, resourceName, options }),
    deleteContact: (resourceName: string) => void invoke('deleteContact', { resourceName }),
    batchCreateContacts: (body: object) => invoke('batchCreateContacts', { body }),
    batchUpdateContacts: (body: object) => invoke('batchUpdateContacts', { body }),
    batchDeleteContacts: (body: object) => invoke('batchDeleteContacts', { body }),
  };
}

const MISSING = ['deleteContactPhoto', 'updateContactPhoto', 'listDirectoryPeople', 'searchDirectoryPeople'] as const;

function createGroups(host: Host, invoke: Invoke): object {
  const act = (method: PeopleMethod, given: Parameters<Invoke>[1]): Json => invoke(method, given);
  const methods: Faithful<Groups, Exclude<keyof Groups, 'Members'>> = {
    list: (options?: Options) => act('groups.list', { options }),
    get: (resourceName: string, options?: Options) => act('groups.get', { resourceName, options }),
    batchGet: (options?: Options) => act('groups.batchGet', { options }),
    create: (body: object) => act('groups.create', { body }),
    update: (body: object, resourceName: string) => act('groups.update', { body, resourceName }),
    remove: (resourceName: string, options?: Options) => void act('groups.delete', { resourceName, options }),
  };
  const members = host.expose(
    'People.ContactGroups.Members',
    { modify: (body: object, resourceName: string) => act('groups.modify', { body, resourceName }) },
    rulesOf(host, { modify: [2, 2] }),
  );
  return host.expose('People.ContactGroups', { ...methods, Members: members }, rulesOf(host, GROUPS));
}

function createOthers(host: Host): object {
  const methods = ['list', 'search', 'copyOtherContactToMyContactsGroup'];
  return host.expose('People.OtherContacts', lacking(host, 'People.OtherContacts', methods));
}

/** Methods that Google has and this one does not. */
function lacking(host: Host, service: string, methods: readonly string[]): object {
  const lack = (name: string) => (): never =>
    host.fail(`The local Apps Script has no ${service}.${name}: add it, or do without.`);
  return Object.fromEntries(methods.map((name) => [name, lack(name)]));
}

/** Virtual milliseconds of a call, to which each person that it sends or brings adds some (design figure). */
const COST = 400;

function rulesOf<T>(host: Host, arity: Arity): Rules<T> {
  return {
    cost: (method) => (method in arity ? COST : undefined),
    check(method, args) {
      const [fewest, most] = arity[method] ?? [0, Infinity];
      if (args.length >= fewest && args.length <= most) return;
      const expected = fewest === most ? String(most) : `${String(fewest)}-${String(most)}`;
      host.fail(`Invalid number of arguments provided. Expected ${expected} only`);
    },
  };
}
