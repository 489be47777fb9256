/** An exposed object answers to this with what is behind it. A symbol, as weak maps of so many objects cost more. */
export const BEHIND = Symbol('behind');

/** An exposed object answers to this with the name of its class. */
export const CLASS = Symbol('class');

/** The class of an exposed object, such as `Range`; undefined for any other value. */
export function classOf(value: object): string | undefined {
  return (value as { readonly [CLASS]?: string })[CLASS];
}

/** The methods behind an exposed object, for use without a count or a cost; undefined for any other value. */
export function reveal(value: unknown): object | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  return (value as { readonly [BEHIND]?: object })[BEHIND];
}

/** Whether a value is an object that a service gave to a script. */
export function isExposed(value: object): boolean {
  return reveal(value) !== undefined;
}
