/** A method of the API: its id, and the request that calls it. */
interface Endpoint {
  /** As exceptions of Apps Script name it. */
  readonly id: string;
  readonly verb: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** `{name}` stands for the id in a resource name. */
  readonly path: string;
  /** Where it is documented, for messages. */
  readonly page: string;
}

/** The methods that are answered here (People API v1, discovery document), by short names. */
export const ENDPOINTS = {
  list: of('people.connections.list', 'GET', 'people/{name}/connections'),
  get: of('people.get', 'GET', 'people/{name}'),
  getBatchGet: of('people.getBatchGet', 'GET', 'people:batchGet'),
  createContact: of('people.createContact', 'POST', 'people:createContact'),
  updateContact: of('people.updateContact', 'PATCH', 'people/{name}:updateContact'),
  deleteContact: of('people.deleteContact', 'DELETE', 'people/{name}:deleteContact'),
  batchCreateContacts: of('people.batchCreateContacts', 'POST', 'people:batchCreateContacts'),
  batchUpdateContacts: of('people.batchUpdateContacts', 'POST', 'people:batchUpdateContacts'),
  batchDeleteContacts: of('people.batchDeleteContacts', 'POST', 'people:batchDeleteContacts'),
  searchContacts: of('people.searchContacts', 'GET', 'people:searchContacts'),
  'groups.list': of('contactGroups.list', 'GET', 'contactGroups'),
  'groups.get': of('contactGroups.get', 'GET', 'contactGroups/{name}'),
  'groups.batchGet': of('contactGroups.batchGet', 'GET', 'contactGroups:batchGet'),
  'groups.create': of('contactGroups.create', 'POST', 'contactGroups'),
  'groups.update': of('contactGroups.update', 'PUT', 'contactGroups/{name}'),
  'groups.delete': of('contactGroups.delete', 'DELETE', 'contactGroups/{name}'),
  'groups.modify': of('contactGroups.members.modify', 'POST', 'contactGroups/{name}/members:modify'),
} as const satisfies Readonly<Record<string, Endpoint>>;

export type PeopleMethod = keyof typeof ENDPOINTS;

/** The method that a request calls, and the id in its resource name; null when there is none here. */
export function findEndpoint(verb: string, path: string): { method: PeopleMethod; name: string } | null {
  const given = path.replace(/^\/?v1\//, '').replace(/^\//, '');
  for (const [method, pattern] of PATTERNS) {
    if (ENDPOINTS[method].verb !== verb) continue;
    const [found, name = ''] = pattern.exec(given) ?? [];
    if (found !== undefined) return { method, name: decodeURIComponent(name) };
  }
  return null;
}

const METHODS = Object.keys(ENDPOINTS) as PeopleMethod[];
const PATTERNS = METHODS.map((method) => {
  const path = ENDPOINTS[method].path.replace('{name}', '([^/:]+)');
  return [method, new RegExp(`^${path}$`)] as const;
});

function of(name: string, verb: Endpoint['verb'], path: string): Endpoint {
  return { id: `people.${name}`, verb, path, page: name.replace(/\.(?=\w+$)/, '/') };
}
