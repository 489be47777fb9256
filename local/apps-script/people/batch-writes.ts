import { checkPayload, isJson } from './check-payload';
import { currentOf, type Fields, type Json } from './contact-book';
import { addContact, trashContact, write, type Desk } from './contact-records';
import { ENDPOINTS } from './endpoints';
import { personResponse } from './get-people';
import { bodyOf, toView, type Call } from './people-call';
import { invalid, PeopleRefusal, rpcStatus } from './people-refusal';
import { pathsOf, readMask, updateMask } from './read-mask';
import { newFields } from './to-fields';
import { shuffled, toPerson, type View } from './to-person';
import { checkRoom, checkUpdate, contactOf } from './write-contacts';

/** people.batchCreateContacts: all of up to 200 or, when one is refused, none; answered in any order. */
export function batchCreate(call: Call): Json {
  const body = bodyOf(call);
  const given = Array.isArray(body.contacts) ? (body.contacts as unknown[]) : [];
  checkCount('contacts', given.length, 200);
  const view = viewIn(call, body);
  const persons = given.map((each, i) => {
    const path = `contacts[${String(i)}]`;
    if (!isJson(each)) throw invalid(`Invalid value at '${path}'`);
    return [String(i), checkPayload(each.contactPerson ?? {}, `${path}.contact_person`)] as const;
  });
  const all = eachOrNone(call, 'BatchCreateContactsErrorDetails', persons, (_, person) => newFields(call, person));
  checkRoom(call, all.length);
  const records = all.map((fields: Fields) => addContact(call, fields));
  if (!view) return {};
  const created = records.map((record) => {
    const version = currentOf(record);
    return personResponse(toPerson(record, version, view), version.resourceName);
  });
  return { createdPeople: shuffled(created, call.rules.shuffleSeed, `created ${String(call.book.lastSeq)}`) };
}

/** people.batchUpdateContacts: one mask for all of up to 200, so that a person without a field of it loses that field. */
export function batchUpdate(call: Call): Json {
  const body = bodyOf(call);
  const given = isJson(body.contacts) ? Object.entries(body.contacts) : [];
  checkCount('contacts', given.length, 200);
  const mask = updateMask('updateMask', masksIn(body.updateMask), ENDPOINTS[call.method].page);
  const view = viewIn(call, body);
  const persons = given.map(
    ([name, person], i) => [name, checkPayload(person, `contacts[${String(i)}].value`)] as const,
  );
  const all = eachOrNone(call, 'BatchUpdateContactsErrorDetails', persons, (name, person) =>
    checkUpdate(call, name, person, mask),
  );
  for (const { record, fields } of all) write(call, record, fields);
  if (!view || !call.rules.batchReadBack) return {};
  const results = all.map(({ record }, i) => {
    const name = given[i]?.[0] ?? '';
    return [name, personResponse(toPerson(record, currentOf(record), view), name)] as const;
  });
  return { updateResult: Object.fromEntries(shuffled(results, call.rules.shuffleSeed, String(call.book.lastSeq))) };
}

/** people.batchDeleteContacts: all of up to 500 or, when one is not found, none. */
export function batchDelete(call: Call): Json {
  const { resourceNames } = bodyOf(call);
  const names = Array.isArray(resourceNames) ? [...new Set(resourceNames.map(String))] : [];
  checkCount('resource names', names.length, 500);
  for (const record of names.map((name) => contactOf(call, name))) trashContact(call, record);
  return {};
}

function checkCount(what: string, count: number, most: number): void {
  if (count === 0) throw invalid(`Request must contain at least one of the ${what}.`);
  if (count > most) throw invalid(`Request must not contain more than ${String(most)} ${what}.`);
}

/** Null when nothing is asked for: an empty read mask is allowed here. */
function viewIn(call: Call, { readMask: mask, sources }: Json): View | null {
  const paths = masksIn(mask);
  if (pathsOf(paths).length === 0) return null;
  const fields = readMask('readMask', paths, ENDPOINTS[call.method].page);
  return toView(call, fields, Array.isArray(sources) ? sources.map(String) : []);
}

function masksIn(mask: unknown): string[] {
  if (mask === undefined || mask === null) return [];
  if (typeof mask === 'string') return [mask];
  throw invalid('Invalid JSON payload received. A field mask is a text with commas: Proto field is not repeating.');
}

/** What `act` makes of each; when some are refused, all are, with the reasons by contact unless the rules leave them out. */
function eachOrNone<R>(
  { rules }: Desk,
  type: string,
  persons: readonly (readonly [string, Json])[],
  act: (name: string, person: Json) => R,
): R[] {
  const contactErrors: Json = {};
  const results = persons.flatMap(([name, person]) => {
    try {
      return [act(name, person)];
    } catch (error) {
      if (!(error instanceof PeopleRefusal)) throw error;
      contactErrors[name] = rpcStatus(error);
      return [];
    }
  });
  if (Object.keys(contactErrors).length === 0) return results;
  const details = [{ '@type': `type.googleapis.com/google.people.v1.${type}`, contactErrors }];
  throw new PeopleRefusal(
    ...([400, 'INVALID_ARGUMENT', 'Request contains an invalid argument.'] as const),
    rules.batchDetails ? details : [],
  );
}
