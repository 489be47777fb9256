/** The n-th item of a list, again and again; throws when the list is empty. */
export function cycle<T>(list: readonly T[], at: number): T {
  if (list.length === 0) throw new RangeError('Nothing to cycle through in an empty list');
  // Within bounds, so that an undefined item is one of the list's own.
  return list[((at % list.length) + list.length) % list.length] as T;
}
