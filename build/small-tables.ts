/**
 * The code of @noble/ciphers/aes.js with small tables, made when they are first needed; null for any other module. The
 * package merges its tables into larger ones, which takes 7 ms and 1.3 MB and pays for many blocks: Google loads the script
 * before each execution, most of which read no secret and the others a few hundred bytes. Throws when the package writes
 * them in another way.
 */
export function withSmallTables(code: string, id: string): string | null {
  if (!/[\\/]@noble[\\/]ciphers[\\/]aes\.js$/.test(id)) return null;
  const small = EDITS.reduce((text, [from, to]) => text.replace(from, to), code);
  const isAsExpected = EDITS.every(([from]) => code.match(from)) && !MERGED.test(small) && !OUTSIDE.test(small);
  if (!isAsExpected) throw new Error(`${id} makes its tables in another way than build/small-tables.ts expects.`);
  return small;
}

/** A merged table becomes a function of its index, which looks both halves up. */
const EDITS: readonly (readonly [RegExp, string])[] = [
  [/const T01 = new Uint32Array\(256 \* 256\);/, 'const T01 = (i) => T0[i >>> 8] ^ T1[i & 255];'],
  [/const T23 = new Uint32Array\(256 \* 256\);/, 'const T23 = (i) => T2[i >>> 8] ^ T3[i & 255];'],
  [/const sbox2 = new Uint16Array\(256 \* 256\);/, 'const sbox2 = (i) => (sbox[i >>> 8] << 8) | sbox[i & 255];'],
  [/ {4}for \(let i = 0; i < 256; i\+\+\) \{\s+for [^}]*sbox2\[idx\] = [^}]*\}\s+\}\n/, ''],
  [/\b(T01|T23|sbox2)\[((?:[^[\]])*)\]/g, '$1($2)'],
  [/^const (table\w+) = (.* genTtable\(.*\));$/gm, 'let $1Made;\nconst $1 = () => ($1Made ??= $2);'],
  [/ = (table\w+);$/gm, ' = $1();'],
];
const MERGED = /256 \* 256|(T01|T23|sbox2)\[/;
const OUTSIDE = /\btable(En|De)coding\b(?!\(\)| = \(\) =>)/;
