/** What a vendor serves. An `undefined` value is a key that the answer lacks, which is not the same as null. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

/** Whether a value is an object with keys, as opposed to a list, null or a plain value. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `base` with `patch` laid over it: objects are merged key by key, anything else is replaced. */
export function mergeJson(base: JsonObject, patch: JsonObject): JsonObject {
  const merged: Record<string, Json | undefined> = { ...base };
  for (const [key, value] of Object.entries(patch)) {
    const old = merged[key];
    merged[key] = isJsonObject(old) && isJsonObject(value) ? mergeJson(old, value) : value;
  }
  return merged;
}

/** A plain value as text, such as an id as a key; throws for a list or an object. */
export function toText(value: Json | undefined): string {
  if (typeof value === 'object' && value !== null) throw new TypeError(`Not a plain value: ${JSON.stringify(value)}`);
  return String(value);
}
