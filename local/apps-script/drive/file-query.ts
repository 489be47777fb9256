import type { FileRecord } from '../state';
import { invalidParameter } from './drive-refusal';
import type { DriveRequest } from './drive-request';
import { findParent, isTrashed } from './file-store';

/**
 * Which files a search query asks for (developers.google.com, Drive API, "Search query terms and operators"): terms on
 * name, mimeType, trashed and parents, joined by `and`. Refuses as Drive does what is no query.
 */
export function toFilter(request: DriveRequest, query: string): (file: FileRecord) => boolean {
  if (query.trim() === '') return () => true;
  const tests = split(query).map((term) => toTest(request, term));
  return (file) => tests.every((test) => test(file));
}

type Test = (file: FileRecord) => boolean;

/** The terms between the `and`s that stand outside all quotes. */
function split(query: string): string[] {
  const terms = [''];
  for (const [token] of query.matchAll(/'(?:\\.|[^'\\])*'|\s+and\s+|[^']|'/gi)) {
    if (/^\s+and\s+$/i.test(token)) terms.push('');
    else terms.push((terms.pop() ?? '') + token);
  }
  return terms.map((term) => term.trim());
}

function toTest(request: DriveRequest, term: string): Test {
  const { state } = request;
  const [, field = '', operator = '', text] = /^(\w+)\s*(!=|=|contains\b)\s*'((?:\\.|[^'\\])*)'$/.exec(term) ?? [];
  if (text !== undefined) return compare(request, field, operator, unquote(text));
  const [, parent] = /^'((?:\\.|[^'\\])*)'\s+in\s+parents$/.exec(term) ?? [];
  if (parent !== undefined) {
    const id = findParent(request, unquote(parent));
    return (file) => file.parent === id;
  }
  const [, not, wanted] = /^trashed\s*(!?)=\s*(true|false)$/.exec(term) ?? [];
  if (wanted !== undefined) return (file) => isTrashed(state, file) === ((wanted === 'true') !== (not === '!'));
  if (/^\s*(not\b|\()|\sor\s|\bhas\b|\b\w+Time\b|\bin\b/.test(term)) return request.lacks(`the search term ${term}`);
  throw invalidParameter('q');
}

function compare(request: DriveRequest, field: string, operator: string, text: string): Test {
  if (field !== 'name' && field !== 'mimeType') return request.lacks(`searching for ${field}`);
  const valueOf = (file: FileRecord): string => (field === 'name' ? file.name : file.contentType);
  // Names are matched without regard to case.
  const wanted = text.toLowerCase();
  if (operator === '=') return (file) => valueOf(file).toLowerCase() === wanted;
  if (operator === '!=') return (file) => valueOf(file).toLowerCase() !== wanted;
  // `contains` finds the beginnings of words in a name.
  return (file) =>
    valueOf(file).toLowerCase().startsWith(wanted) ||
    valueOf(file)
      .toLowerCase()
      .split(/[\s_-]+/)
      .some((word) => word.startsWith(wanted));
}

function unquote(text: string): string {
  return text.replace(/\\(['\\])/g, '$1');
}
