import { PeopleError } from '../core/errors';
import { toPeopleError } from './people-refusal';
import type { ConnectionsPage, Group, GroupsPage, People as PeopleApi, Person, PersonAnswer } from './services';

/** Profiles cannot be written: only what is the person's own is read (developers.google.com, people.connections.list). */
const SOURCES = ['READ_SOURCE_TYPE_CONTACT'];
const PAGE = 1000;
/** The most that a search returns (people.searchContacts). */
const MOST_FOUND = 30;

/** The person's contacts through the advanced service People. */
export function openPeople(): PeopleApi {
  let requests = 0;
  const ask: Ask = (work) => {
    const service = findService();
    requests += 1;
    try {
      return work(service);
    } catch (error) {
      throw toPeopleError(error);
    }
  };
  return { ...createReading(ask), ...createWriting(ask), ...createGroups(ask), requests: () => requests };
}

/** Whether the project has the service. No service call. */
export function hasPeople(): boolean {
  return typeof People !== 'undefined';
}

type Ask = <T>(work: (service: Service) => T) => T;

/** With a token all parameters must be those of the first request, so that they stand here and nowhere else. */
function createReading(ask: Ask): Pick<PeopleApi, 'list' | 'get' | 'search'> {
  return {
    list({ fields, syncToken, pageToken }) {
      const tokens = { ...(syncToken ? { syncToken } : {}), ...(pageToken ? { pageToken } : {}) };
      const frozen = { personFields: fields, sources: SOURCES, pageSize: PAGE, requestSyncToken: true };
      return ask((service) => service.People.Connections.list('people/me', { ...frozen, ...tokens }));
    },
    get(refs, personFields) {
      const request = { resourceNames: refs, personFields, sources: SOURCES };
      const { responses = [] } = ask((service) => service.People.getBatchGet(request));
      return responses.map(toAnswer);
    },
    search(query, readMask) {
      const request = { query, readMask, pageSize: MOST_FOUND, sources: SOURCES };
      const { results = [] } = ask((service) => service.People.searchContacts(request));
      return results.flatMap(({ person }) => person ?? []);
    },
  };
}

type Writing = 'create' | 'update' | 'updateOne' | 'remove' | 'removeOne';

function createWriting(ask: Ask): Pick<PeopleApi, Writing> {
  return {
    create(persons, readMask) {
      const contacts = persons.map((contactPerson) => ({ contactPerson }));
      const request = { contacts, readMask, sources: SOURCES };
      const { createdPeople = [] } = ask((service) => service.People.batchCreateContacts(request));
      return createdPeople.map(toAnswer);
    },
    update(persons, updateMask, readMask) {
      const contacts = Object.fromEntries(persons.map((person) => [person.resourceName ?? '', person]));
      const request = { contacts, updateMask, readMask, sources: SOURCES };
      const { updateResult = {} } = ask((service) => service.People.batchUpdateContacts(request));
      return Object.entries(updateResult).map(([ref, response]) => ({ ...toAnswer(response), ref }));
    },
    updateOne(person, updatePersonFields, personFields) {
      const options = { updatePersonFields, personFields, sources: SOURCES };
      return ask((service) => service.People.updateContact(person, person.resourceName ?? '', options));
    },
    remove(refs) {
      ask((service) => {
        service.People.batchDeleteContacts({ resourceNames: refs });
      });
    },
    removeOne(ref) {
      ask((service) => {
        service.People.deleteContact(ref);
      });
    },
  };
}

function createGroups(ask: Ask): Pick<PeopleApi, 'groups' | 'createGroup'> {
  return {
    groups: (pageToken) =>
      ask((service) => service.ContactGroups.list({ pageSize: PAGE, ...(pageToken ? { pageToken } : {}) })),
    createGroup: (name) => ask((service) => service.ContactGroups.create({ contactGroup: { name } })),
  };
}

/** The methods in use: the published types lack fields that the API has, such as `clientData`. */
interface Service {
  readonly People: {
    readonly Connections: { list(resourceName: string, options: object): ConnectionsPage };
    getBatchGet(options: object): { readonly responses?: readonly Response[] };
    searchContacts(options: object): { readonly results?: readonly Response[] };
    batchCreateContacts(resource: object): { readonly createdPeople?: readonly Response[] };
    batchUpdateContacts(resource: object): { readonly updateResult?: Readonly<Record<string, Response>> };
    batchDeleteContacts(resource: object): void;
    updateContact(resource: object, resourceName: string, options: object): Person;
    deleteContact(resourceName: string): void;
  };
  readonly ContactGroups: {
    list(options: object): GroupsPage;
    create(resource: object): Group;
  };
}

interface Response {
  readonly requestedResourceName?: string;
  readonly person?: Person;
}

function toAnswer({ requestedResourceName, person }: Response): PersonAnswer {
  return { ref: requestedResourceName ?? person?.resourceName ?? '', person: person ?? null };
}

function findService(): Service {
  // a script whose manifest lost the service has no such global at all
  if (typeof People !== 'undefined') return People as unknown as Service;
  throw new PeopleError('off', 'The advanced service People is not part of the project');
}
