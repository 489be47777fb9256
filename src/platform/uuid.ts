/** A text that no other call returns: the 122 random bits of a version 4 UUID. */
export function newUuid(): string {
  return Utilities.getUuid();
}
