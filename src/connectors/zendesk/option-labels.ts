import type { Json, JsonObject } from '../../core/model';
import { isList, isObject, textOf } from '../fields';

/** What the options of a ticket field are called, by value; of the field of custom statuses, those, by number. */
export function readOptionLabels(field: JsonObject): ReadonlyMap<string, string> {
  return new Map([
    ...listOf(field.custom_field_options).map(({ value, name }) => toLabel(value, name)),
    ...listOf(field.custom_statuses).map(({ id, agent_label: label }) => toLabel(id, label)),
  ]);
}

function listOf(value: Json | undefined): readonly JsonObject[] {
  return isList(value) ? value.filter(isObject) : [];
}

function toLabel(value: Json | undefined, label: Json | undefined): readonly [string, string] {
  return [textOf(value), textOf(label) || textOf(value)];
}
