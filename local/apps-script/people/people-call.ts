import { isJson } from './check-payload';
import type { Json } from './contact-book';
import type { Desk } from './contact-records';
import { ENDPOINTS, type PeopleMethod } from './endpoints';
import { invalid } from './people-refusal';
import { readMask } from './read-mask';
import type { View } from './to-person';

/** A request that was found to call one of the methods. */
export interface Call extends Desk {
  readonly method: PeopleMethod;
  /** The id in the resource name of its address; empty without one. */
  readonly name: string;
  /** The values of each parameter, in their order. */
  readonly query: ReadonlyMap<string, readonly string[]>;
  readonly body: unknown;
  /** Ends the execution with a message: what is asked for exists on Google but not here. */
  readonly lacks: (what: string) => never;
}

/** The one value of a parameter; undefined when it was not sent, or empty. */
export function one({ query }: Call, name: string): string | undefined {
  const value = query.get(name)?.[0];
  return value === '' ? undefined : value;
}

/** A number between 1 and `most`, `standard` when it was not sent or is 0; refuses others. */
export function numberIn(call: Call, name: string, standard: number, most: number): number {
  const value = Number(one(call, name) ?? 0);
  if (!Number.isInteger(value)) throw invalid(`Invalid value at '${name}' (TYPE_INT32), "${one(call, name) ?? ''}"`);
  if (value < 0 || value > most) {
    throw invalid(`${name} must be between 1 and ${String(most)}, or 0 for the default.`);
  }
  return value === 0 ? standard : value;
}

/** The body, an empty object without one; refuses what is no JSON object. */
export function bodyOf({ body }: Call): Json {
  if (body === undefined || body === null) return {};
  if (!isJson(body)) throw invalid('Invalid JSON payload received. Unexpected token.');
  return body;
}

/** How the answer shows persons, by the parameters `fieldsName` and `sources`; refuses a mask that is none. */
export function viewOf(call: Call, fieldsName: string): View {
  const { page } = ENDPOINTS[call.method];
  return toView(call, readMask(fieldsName, call.query.get(fieldsName) ?? [], page), call.query.get('sources') ?? []);
}

/** How fields from these sources are shown: contacts and profiles, unless sources are named. */
export function toView({ rules }: Desk, fields: readonly string[], sources: readonly string[]): View {
  for (const source of sources) {
    if (!SOURCES.includes(source)) throw invalid(`Invalid value at 'sources' (TYPE_ENUM), "${source}"`);
  }
  const withProfile = sources.length === 0 || sources.includes('READ_SOURCE_TYPE_PROFILE');
  return { fields, withProfile, shuffleSeed: rules.shuffleSeed };
}

const SOURCES = [
  ...['READ_SOURCE_TYPE_CONTACT', 'READ_SOURCE_TYPE_PROFILE'],
  ...['READ_SOURCE_TYPE_DOMAIN_CONTACT', 'READ_SOURCE_TYPE_OTHER_CONTACT'],
];
