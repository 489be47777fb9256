import * as v from 'valibot';
import type { Call } from './read-call';
import { Refusal } from './refusal';

/**
 * The fields of a call as `schema` describes them. Throws `Refusal` of status 400 that names the fields there are, and the one that is
 * wrong where it is one of them: what else came may be a secret.
 */
export function readFields<T extends v.ObjectEntries>(
  schema: v.StrictObjectSchema<T, undefined>,
  fields: Call['fields'],
): v.InferOutput<v.StrictObjectSchema<T, undefined>> {
  const read = v.safeParse(schema, fields);
  if (read.success) return read.output;
  const known = Object.keys(schema.entries);
  const places = read.issues.map(({ path }) => path?.[0]?.key);
  const wrong = known.find((name) => places.includes(name));
  const list = known.join(', ');
  throw new Refusal(400, {
    fr:
      wrong === undefined
        ? `L’appel contient un champ que ce chemin ne connaît pas. Il connaît : ${list}.`
        : `Le champ « ${wrong} » manque ou n’a pas la forme attendue. Champs de ce chemin : ${list}.`,
    en:
      wrong === undefined
        ? `The call holds a field that this path does not know. It knows: ${list}.`
        : `The field “${wrong}” is missing or not as it should be. Fields of this path: ${list}.`,
  });
}
