/**
 * Whether Sheets may read a text by its first sign as a formula or lose that sign: such a text is written with an
 * apostrophe before it, which is no part of the value but may count towards a cell's 50,000 characters.
 */
export function beginsWithSign(text: string): boolean {
  return /^[=+\-@'\t\r\n]/.test(text);
}
