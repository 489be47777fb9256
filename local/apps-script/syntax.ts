import { createHash } from 'node:crypto';
import { parse } from 'acorn';
import { full } from 'acorn-walk';

/**
 * Returns when Google's parser would take the file; else throws a SyntaxError that says file:line:column and what to do.
 * Refused beyond ES2021: class fields, static blocks, `#private` names, import, export, `import.meta`, top-level await
 * (developers.google.com, V8 runtime overview; google/clasp#907) and dynamic `import()`, which finds no module there.
 */
export function checkSyntax(code: string, fileName: string): void {
  const tree = parseAsGoogle(code, fileName);
  if (/\bimport\b/.test(code)) {
    full(tree, (node) => {
      if (node.type === 'ImportExpression')
        throw refusal(code, fileName, node.start, 'import() finds no module', ADVICE);
    });
  }
}

/**
 * The functions that Google finds by reading a file: top-level declarations and variables that hold a function. Names
 * that only a statement puts on the global object are not among them. Throws as `checkSyntax` does.
 */
export function declaredFunctions(code: string, fileName: string): readonly string[] {
  const digest = digestOf(code);
  const known = declared.get(digest) ?? readFunctions(code, fileName);
  declared.set(digest, known);
  return known;
}

const declared = new Map<string, readonly string[]>();

function readFunctions(code: string, fileName: string): string[] {
  return parseAsGoogle(code, fileName).body.flatMap((node) => {
    if (node.type === 'FunctionDeclaration') return [node.id.name];
    if (node.type !== 'VariableDeclaration') return [];
    return node.declarations.flatMap(({ id, init }) =>
      id.type === 'Identifier' && init && /^(Arrow)?FunctionExpression$/.test(init.type) ? [id.name] : [],
    );
  });
}

function digestOf(code: string): string {
  return createHash('sha1').update(code).digest('base64');
}

const ADVICE = 'Bundle the file into one classic script lowered to ES2020.';

/** What acorn says first for each refused construct, and what a reader can do about it. */
const ADVICES: readonly (readonly [RegExp, string])[] = [
  [/import\.meta|'import' and 'export'|Cannot use 'import/, 'Apps Script has no modules. ' + ADVICE],
  [/Unexpected character '#'/, 'Private #names are not supported: use a closure or a plain property.'],
];

function parseAsGoogle(code: string, fileName: string): ReturnType<typeof parse> {
  try {
    return parse(code, { ecmaVersion: 2021, sourceType: 'script' });
  } catch (error) {
    if (!(error instanceof SyntaxError) || !('pos' in error) || typeof error.pos !== 'number') throw error;
    const said = error.message.replace(/ \(\d+:\d+\)$/, '');
    throw refusal(code, fileName, error.pos, said, adviceFor(code, said, error.pos));
  }
}

function adviceFor(code: string, said: string, at: number): string {
  const known = ADVICES.find(([pattern]) => pattern.test(said));
  if (known) return known[1];
  if (accepts(code, 2022))
    return 'Class fields and static blocks are not supported: assign in the constructor. ' + ADVICE;
  if (accepts(code, 'latest', 'module') && /^await\b/.test(code.slice(code.lastIndexOf('await', at)))) {
    return 'Top-level await is not supported: put it into an async function.';
  }
  return ADVICE;
}

function accepts(code: string, ecmaVersion: 2022 | 'latest', sourceType: 'script' | 'module' = 'script'): boolean {
  try {
    parse(code, { ecmaVersion, sourceType });
    return true;
  } catch {
    return false;
  }
}

function refusal(code: string, fileName: string, at: number, said: string, advice: string): SyntaxError {
  const before = code.slice(0, at).split('\n');
  const column = (before.at(-1) ?? '').length + 1;
  return new SyntaxError(`${fileName}:${String(before.length)}:${String(column)}: ${said}. ${advice}`);
}
