/**
 * The code of a template's scriptlets, as `HtmlTemplate.getCode` gives it: an expression that yields the page. Printing
 * scriptlets call `escape` with the place they stand in; force-printing ones do not (developers.google.com, "HTML
 * Service: Templated HTML").
 */
export function compileTemplate(source: string): string {
  const statements: string[] = [];
  let page = '';
  let at = 0;
  for (const match of source.matchAll(SCRIPTLET)) {
    const [whole, kind = '', code = ''] = match;
    const text = source.slice(at, match.index);
    page += text;
    statements.push(print(JSON.stringify(text)));
    at = match.index + whole.length;
    if (kind === '') statements.push(code);
    else statements.push(print(kind === '=' ? `escape((${code}), ${JSON.stringify(placeAfter(page))})` : `(${code})`));
  }
  statements.push(print(JSON.stringify(source.slice(at))));
  return statements.join('\n');
}

/** Where a printed value lands: Google escapes by context. */
export type Place = 'text' | 'attribute' | 'script' | 'url';

/** The value as harmless text for its place. */
export function escapeFor(value: unknown, place: Place): string {
  if (place === 'script') return toLiteral(value);
  const text = toText(value);
  const harmless = place === 'url' && /^\s*(javascript|data|vbscript):/i.test(text) ? '#' : text;
  return harmless.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** A printed value: null and undefined print nothing. */
export function toText(value: unknown): string {
  const given: unknown = value ?? undefined;
  return given === undefined ? '' : (given as string);
}

/** A JavaScript literal that cannot end the script element it stands in. */
function toLiteral(value: unknown): string {
  const json = JSON.stringify(value) as string | undefined;
  return (json ?? 'null').replace(/</g, '\\u003c').replace(/[\u2028\u2029]/g, '');
}

const SCRIPTLET = /<\?(!=|=)?([\s\S]*?)\?>/g;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function print(expression: string): string {
  return `output.push(${expression});`;
}

function placeAfter(page: string): Place {
  const script = page.lastIndexOf('<script');
  if (script >= 0 && !page.includes('</script', script) && page.includes('>', script)) return 'script';
  const tag = page.lastIndexOf('<');
  if (tag < 0 || page.includes('>', tag)) return 'text';
  return /\b(?:href|src|action)\s*=\s*["']?$/i.test(page) ? 'url' : 'attribute';
}
