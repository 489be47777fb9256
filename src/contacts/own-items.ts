import type { Json, JsonObject } from '../core/model';
import type { Person } from '../platform/services';

/** A list of a contact, such as its e-mail addresses. */
export type Group = 'names' | 'emailAddresses' | 'phoneNumbers' | 'addresses' | 'organizations';

/**
 * The items of a contact that are the person's own: neither from a profile nor from another of its sources. First the one that
 * Google shows first, the others in an order of their own, as Google's is not fixed (people.connections.list).
 */
export function ownItems(person: Person, group: Group, source: string): readonly JsonObject[] {
  return [...(person[group] ?? [])].filter((item) => isOwn(item, source)).sort(byPlace);
}

/** A text of an item; blank where it has none. */
export function textIn(item: JsonObject | undefined, name: string): string {
  const value = item?.[name];
  return typeof value === 'string' ? value : '';
}

/** Whether Google shows this item first. */
export function isPrimary(item: JsonObject): boolean {
  const metadata = metadataOf(item);
  return metadata?.primary === true || metadata?.sourcePrimary === true;
}

/** An item without some of its parts. */
export function without(item: JsonObject, ...names: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(item).filter(([name]) => !names.includes(name)));
}

function isOwn(item: JsonObject, source: string): boolean {
  const from = metadataOf(item)?.source;
  if (!isObject(from)) return true;
  return from.type === 'CONTACT' && (source === '' || from.id === undefined || from.id === source);
}

function byPlace(a: JsonObject, b: JsonObject): number {
  const [first, second] = [placeOf(a), placeOf(b)];
  return first < second ? -1 : Number(first > second);
}

function placeOf(item: JsonObject): string {
  const rest = Object.entries(without(item, 'metadata'));
  return (isPrimary(item) ? '0' : '1') + JSON.stringify(rest.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function metadataOf({ metadata }: JsonObject): JsonObject | undefined {
  return isObject(metadata) ? metadata : undefined;
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
