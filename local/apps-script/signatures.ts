import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The parameters of one overload, as Google's typings write their types. */
export interface Overload {
  readonly parameters: readonly Parameter[];
}

export interface Parameter {
  /** Such as `string`, `Integer`, `any[][]` or `Range | null`; the item's type for a rest parameter. */
  readonly type: string;
  readonly isOptional: boolean;
  readonly isRest: boolean;
}

/** One of Google's classes. */
export interface GoogleClass {
  /** As exceptions name it: `SpreadsheetApp.Range`, `Utilities`. */
  readonly title: string;
  readonly methods: ReadonlyMap<string, readonly Overload[]>;
}

/** A class of the services that the local Apps Script knows, read from @types/google-apps-script; undefined for another. */
export function googleClass(name: string): GoogleClass | undefined {
  return (typings ??= readTypings()).classes.get(name);
}

/** Whether the typings declare an enum of this name. */
export function isGoogleEnum(name: string): boolean {
  return (typings ??= readTypings()).enums.has(name);
}

interface Typings {
  readonly classes: ReadonlyMap<string, GoogleClass>;
  readonly enums: ReadonlySet<string>;
}

let typings: Typings | undefined;

/** The typings of each service, and the name under which its classes appear in exceptions. */
const SERVICES = [
  ['base', ''],
  ['utilities', 'Utilities'],
  ['spreadsheet', 'SpreadsheetApp'],
  ['charts', 'Charts'],
  ['url-fetch', 'UrlFetchApp'],
  ['properties', 'PropertiesService'],
  ['cache', 'CacheService'],
  ['lock', 'LockService'],
  ['script', 'ScriptApp'],
  ['html', 'HtmlService'],
  ['content', 'ContentService'],
  ['drive', 'DriveApp'],
  ['mail', 'MailApp'],
] as const;

function readTypings(): Typings {
  const folder = dirname(require.resolve('@types/google-apps-script/package.json'));
  const classes = new Map<string, GoogleClass>();
  const enums = new Set<string>();
  for (const [file, service] of SERVICES) {
    const text = readFileSync(join(folder, `google-apps-script.${file}.d.ts`), 'utf8');
    const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
    for (const [, name = ''] of code.matchAll(/\benum (\w+)/g)) enums.add(name);
    for (const match of code.matchAll(/\binterface (\w+)[^{]*\{/g)) {
      const [head, name = ''] = match;
      const methods = readMethods(bodyAt(code, match.index + head.length));
      const title = service === '' || service === name ? name : `${service}.${name}`;
      if (!classes.has(name)) classes.set(name, { title, methods });
    }
  }
  return { classes, enums };
}

function bodyAt(code: string, start: number): string {
  let depth = 1;
  let end = start;
  for (; depth > 0 && end < code.length; end++)
    depth += '{'.includes(code.charAt(end)) ? 1 : code[end] === '}' ? -1 : 0;
  return code.slice(start, end - 1);
}

function readMethods(body: string): Map<string, Overload[]> {
  const methods = new Map<string, Overload[]>();
  for (const statement of split(body, ';')) {
    const [, name, rest] = /^\s*(\w+)\(([\s\S]*)$/.exec(statement) ?? [];
    if (name === undefined || rest === undefined) continue;
    const list = split(rest, ')')[0] ?? '';
    const parameters = split(list, ',')
      .filter((part) => part.trim() !== '')
      .map(toParameter);
    methods.set(name, [...(methods.get(name) ?? []), { parameters }]);
  }
  return methods;
}

function toParameter(text: string): Parameter {
  const [, dots = '', mark = '', type = ''] = /^\s*(\.\.\.)?\w+(\?)?:([\s\S]*)$/.exec(text) ?? [];
  const isRest = dots !== '';
  const bare = type
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\b(?:\w+\.)+(?=\w)/g, '');
  return { type: isRest ? bare.replace(/\[\]$/, '') : bare, isOptional: mark !== '', isRest };
}

/** The parts between separators that stand outside all brackets. */
function split(text: string, separator: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const character of text) {
    if (character === separator && depth === 0) {
      parts.push('');
      continue;
    }
    if ('({[<'.includes(character)) depth++;
    else if (')}]>'.includes(character)) depth--;
    parts.push((parts.pop() ?? '') + character);
  }
  return parts;
}
