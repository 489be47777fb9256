/** An exposed object answers to this with what is behind it. A symbol, as weak maps of so many objects cost more. */
export const BEHIND = Symbol('behind');

/** The methods behind an exposed object, for use without a count or a cost; undefined for any other value. */
export function reveal(value: unknown): object | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  return (value as { readonly [BEHIND]?: object })[BEHIND];
}

/** Whether a value is an object that a service gave to a script. */
export function isExposed(value: object): boolean {
  return reveal(value) !== undefined;
}
