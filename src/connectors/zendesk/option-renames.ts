import type { Json, JsonObject, Row, Value } from '../../core/model';
import type { Rename } from '../connector';
import { isObject } from '../fields';

/**
 * The options of a ticket field, or the custom statuses, that are called otherwise than before, as texts to replace in
 * their column; a new option was its mere value so far. A label that several options bore says nothing about which of
 * them a row means, and stays.
 */
export function readOptionRenames(before: Row, after: Row): readonly Rename[] {
  const old = readOptions(before.options);
  const labels = Object.values(old);
  if (labels.length === 0) return [];
  const texts = Object.entries(readOptions(after.options)).flatMap(([value, renamed]): [string, string][] => {
    const label = old[value] ?? value;
    if (typeof label !== 'string' || typeof renamed !== 'string' || renamed === label) return [];
    const isClear = value in old ? labels.filter((one) => one === label).length === 1 : !labels.includes(label);
    return isClear ? [[label, renamed]] : [];
  });
  const column = after.type === 'custom_status' ? 'custom_status_label' : `field.${String(after.id)}`;
  return texts.length === 0 ? [] : [{ column, texts: Object.fromEntries(texts) }];
}

/** The options in a row; none where there are none, or the text was cut or edited by someone. */
function readOptions(options: Value | undefined): JsonObject {
  try {
    const value = JSON.parse(typeof options === 'string' ? options : '') as Json;
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}
