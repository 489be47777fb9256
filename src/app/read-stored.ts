import * as v from 'valibot';
import { parseJson } from '../core/parse-json';

/**
 * What a property holds, as `schema` describes it; null where there is none, or where another version or a hand wrote it in
 * another way: one property never takes the others away.
 */
export function readStored<S extends v.GenericSchema>(
  schema: S,
  text: string | null | undefined,
): v.InferOutput<S> | null {
  const read = v.safeParse(schema, parseJson(text));
  return read.success ? read.output : null;
}

/** The same for all properties whose names begin with `prefix`, by the rest of their names; without those that are null. */
export function readAllStored<S extends v.GenericSchema>(
  schema: S,
  properties: Readonly<Record<string, string>>,
  prefix: string,
): ReadonlyMap<string, v.InferOutput<S>> {
  const found = new Map<string, v.InferOutput<S>>();
  for (const [name, text] of Object.entries(properties)) {
    const read = name.startsWith(prefix) ? readStored(schema, text) : null;
    if (read !== null) found.set(name.slice(prefix.length), read);
  }
  return found;
}
