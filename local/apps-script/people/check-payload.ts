import type { Json } from './contact-book';
import { invalid, PeopleRefusal } from './people-refusal';
import { OTHER_MEMBERS, OTHERS, TEXTS, WRITABLE } from './person-fields';

/**
 * Refuses a person that the API could not read, in its words: members that there are not, and anything but a text where a
 * text belongs, such as a postal code that came as number. `path` is where the person stands in the request.
 */
export function checkPayload(person: unknown, path: string): Json {
  if (!isJson(person)) throw invalid(`Invalid value at '${path}' (type.googleapis.com/google.people.v1.Person)`);
  for (const [field, items] of Object.entries(person)) {
    if (!WRITABLE.includes(field) && !OTHER_MEMBERS.includes(field)) throw unknownName(field, path);
    if (!WRITABLE.includes(field) || items === null || items === undefined) continue;
    const place = `${path}.${snake(field)}`;
    if (!Array.isArray(items)) throw invalid(`Invalid value at '${place}', the field is a list.`);
    items.forEach((item, i) => {
      checkItem(field, item, `${place}[${String(i)}]`);
    });
  }
  return person;
}

/** The items of a field, without what only the API tells of them; an absent field has none. */
export function itemsOf(person: Json, field: string): Json[] {
  const items = person[field];
  return Array.isArray(items) ? items.filter(isJson) : [];
}

/** A text; anything else is an empty one. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Whether a value is a JSON object. */
export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function checkItem(field: string, item: unknown, place: string): void {
  if (!isJson(item)) throw invalid(`Invalid value at '${place}', ${JSON.stringify(item)}`);
  for (const [key, value] of Object.entries(item)) {
    if (key === 'metadata' || OTHERS[field]?.includes(key)) continue;
    if (!TEXTS[field]?.includes(key)) throw unknownName(key, place);
    if (typeof value === 'string' || value === null || value === undefined) continue;
    throw badRequest(`Invalid value at '${place}.${snake(key)}' (TYPE_STRING), ${JSON.stringify(value)}`, place);
  }
}

function unknownName(name: string, place: string): PeopleRefusal {
  return badRequest(`Invalid JSON payload received. Unknown name "${name}" at '${place}': Cannot find field.`, place);
}

function badRequest(description: string, field: string): PeopleRefusal {
  return new PeopleRefusal(400, 'INVALID_ARGUMENT', description, [
    { '@type': 'type.googleapis.com/google.rpc.BadRequest', fieldViolations: [{ field, description }] },
  ]);
}

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
