/** Whether one of the words that a field's name is made of (`employerIban`, `IBAN`, `iban_holder`) is in `words`. */
export function hasWord(name: string, words: readonly string[]): boolean {
  const parts = name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g) ?? [];
  return parts.some((part) => words.includes(part.toLowerCase()));
}
