import { currentOf, type ContactRecord, type Json, type Version } from './contact-book';
import { versionAt } from './contact-records';
import { viewOf, type Call } from './people-call';
import { invalid, notFound } from './people-refusal';
import { toPerson } from './to-person';

/** people.get: one contact, by its present or a former resource name. */
export function getPerson(call: Call): Json {
  const view = viewOf(call, 'personFields');
  const [record, version] = find(call, `people/${call.name}`) ?? [];
  if (!record || !version) throw notFound();
  return toPerson(record, version, view);
}

/** people.getBatchGet: up to 200 contacts, each with a status of its own. */
export function getPeople(call: Call): Json {
  const names = call.query.get('resourceNames') ?? [];
  const view = viewOf(call, 'personFields');
  if (names.length === 0) throw invalid('Must specify at least one resource name.');
  if (names.length > 200) throw invalid('Cannot request more than 200 resource names.');
  return {
    responses: names.map((requestedResourceName) => {
      const [record, version] = find(call, requestedResourceName) ?? [];
      if (record && version) return personResponse(toPerson(record, version, view), requestedResourceName);
      const status = { code: 5, message: 'Requested entity was not found.' };
      return { httpStatusCode: 404, requestedResourceName, status };
    }),
  };
}

/** What a batch answers of one contact: its person, unless nothing of it is asked for. */
export function personResponse(person: Json | null, requestedResourceName: string): Json {
  return { httpStatusCode: 200, ...(person ? { person } : {}), requestedResourceName, status: {} };
}

/** The contact, and what a reader who may be behind sees of it. */
function find(call: Call, resourceName: string): [ContactRecord, Version] | null {
  const { book, rules, now } = call;
  if (!resourceName.startsWith('people/'))
    throw invalid(`Resource name "${resourceName}" is not a valid person resource.`);
  if (resourceName === 'people/me') return call.lacks('profile of people/me');
  const record = book.contacts[book.names[resourceName] ?? ''];
  if (!record) return null;
  // A contact that was made just now is found all the same: only what replaced something is late.
  const late = rules.staleGetFor === 0 ? null : versionAt(record, now - rules.staleGetFor);
  const version = late ?? (rules.staleGetFor === 0 ? currentOf(record) : record.versions[0]);
  return version?.fields ? [record, version] : null;
}
