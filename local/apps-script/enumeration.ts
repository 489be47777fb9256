/** One value of a Google enum: an object that prints as its name, compares by identity and is the same in every execution. */
export interface EnumValue {
  toString(): string;
  toJSON(): string;
  name(): string;
  ordinal(): number;
  compareTo(other: EnumValue): number;
}

/** A Google enum such as `ScriptApp.AuthMode`, its values in the documented order. */
export function enumeration<Name extends string>(...names: readonly Name[]): Readonly<Record<Name, EnumValue>> {
  const values = {} as Record<Name, EnumValue>;
  names.forEach((name, index) => {
    values[name] = Object.freeze({
      toString: () => name,
      toJSON: () => name,
      name: () => name,
      ordinal: () => index,
      compareTo: (other: EnumValue) => index - other.ordinal(),
    });
    known.add(values[name]);
  });
  return Object.freeze(values);
}

/** Whether a value belongs to any enum: such values cross into a script as they are. */
export function isEnumValue(value: object): value is EnumValue {
  return known.has(value);
}

const known = new WeakSet<object>();
