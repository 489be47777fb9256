import { invalid } from './people-refusal';
import { READABLE, WRITABLE } from './person-fields';

/** The fields that a read mask names; refuses an empty one, and paths that there are not, in Google's words. */
export function readMask(name: string, values: readonly string[], method: string): string[] {
  const paths = pathsOf(values);
  if (paths.length === 0) {
    const what = name === 'readMask' ? name : `${name} mask`;
    throw invalid(`${what} is required. Please specify one or more valid paths. ${documented(method)}`);
  }
  return checked(name, paths, READABLE, method);
}

/** The fields that an update mask names; refuses as `readMask` does. */
export function updateMask(name: string, values: readonly string[], method: string): string[] {
  const paths = pathsOf(values);
  if (paths.length === 0) {
    throw invalid(`${name} mask is required. Please specify one or more valid paths. ${documented(method)}`);
  }
  return checked(name, paths, WRITABLE, method);
}

/** The paths in the values of a mask parameter: texts with commas. */
export function pathsOf(values: readonly string[]): string[] {
  const paths = values.flatMap((value) => value.split(',')).map((path) => path.trim());
  return [...new Set(paths.filter((path) => path !== ''))];
}

function checked(name: string, paths: readonly string[], allowed: readonly string[], method: string): string[] {
  return paths.map((path) => {
    const field = path.replace(/^person\./, '');
    if (!allowed.includes(field)) throw invalid(`Invalid ${name} mask path: "${path}". ${documented(method)}`);
    return field;
  });
}

function documented(method: string): string {
  return `Valid paths are documented at https://developers.google.com/people/api/rest/v1/${method}.`;
}
