/** Writes a line into the execution's log, which the script's owner can read. */
export function log(text: string): void {
  console.log(text);
}
