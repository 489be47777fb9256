import { tokenizer } from 'acorn';

/**
 * The same program with a tab in place of four spaces at the beginnings of lines, without the level that the function around
 * the whole bundle adds; texts keep theirs.
 */
export function indentWithTabs(code: string): string {
  const texts = textRanges(code);
  let next = 0;
  return code.replace(/^(?: {4})+/gm, (spaces, at: number) => {
    while ((texts[next]?.end ?? Infinity) < at) next += 1;
    const isText = at > (texts[next]?.start ?? Infinity);
    return isText ? spaces : '\t'.repeat(spaces.length / 4 - 1);
  });
}

/** Where template literals hold text, which may have several lines, in their order. */
function textRanges(code: string): readonly { readonly start: number; readonly end: number }[] {
  const tokens = [...tokenizer(code, { ecmaVersion: 2020, sourceType: 'module' })];
  return tokens.filter(({ type }) => type.label === 'template');
}
