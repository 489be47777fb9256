/** What a run of the machine found wrong, and by which property. */
export class Violation extends Error {
  readonly property: string;

  constructor(property: string, message: string) {
    super(`${property}: ${message}`);
    this.name = 'Violation';
    this.property = property;
  }
}

/** Throws what breaks a property unless it holds. */
export function demand(property: string, isTrue: boolean, message: () => string): void {
  if (!isTrue) throw new Violation(property, message());
}
