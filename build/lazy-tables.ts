/**
 * The code of @noble/ciphers/aes.js with its tables made when they are first needed; null for any other module. Making
 * them takes 7 ms and 1.3 MB, and Google loads the script before each execution, most of which read no secret. Throws when
 * the package writes them in another way.
 */
export function withLazyTables(code: string, id: string): string | null {
  if (!/[\\/]@noble[\\/]ciphers[\\/]aes\.js$/.test(id)) return null;
  const lazy = code
    .replace(/^const (table\w+) = (.* genTtable\(.*\));$/gm, 'let $1Made;\nconst $1 = () => ($1Made ??= $2);')
    .replace(/ = (table\w+);$/gm, ' = $1();');
  const made = lazy.match(/^let table\w+Made;$/gm)?.length;
  const used = lazy.match(/\btable(En|De)coding\b(?!\(\)| = \(\) =>)/g);
  if (made !== 2 || used) throw new Error(`${id} makes its tables in another way than build/lazy-tables.ts expects.`);
  return lazy;
}
