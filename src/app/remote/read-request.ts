import { parseJson } from '../../core/parse-json';
import { isObject } from './is-object';

/** What came, as far as it can be told. Nothing of it is trusted. */
export interface Request {
  /** Every value of each parameter; the fields of a form are among them. */
  readonly parameters: ReadonlyMap<string, readonly string[]>;
  /** What follows `/exec` in the address; blank without it. */
  readonly pathInfo: string;
  /** What its body says that is no form: undefined without one, or where it is no JSON. */
  readonly json: unknown;
  /** What keeps the body from being read. */
  readonly problem: 'tooLong' | 'noJson' | null;
}

/**
 * Reads what Google hands to `doGet` and `doPost` (developers.google.com, "Web apps"). Never throws. Google's own reading of the
 * parameters is left aside: it takes JSON for a form where it comes as one, which is what curl sends.
 */
export function readRequest(event: unknown): Request {
  const { queryString, pathInfo, postData } = isObject(event) ? event : {};
  const { contents, length, type } = isObject(postData) ? postData : {};
  const body = textOf(contents).trim();
  const address = readForm(textOf(queryString));
  const base = { pathInfo: textOf(pathInfo), json: undefined };
  if (body.length > LONGEST || (typeof length === 'number' && length > LONGEST)) {
    return { ...base, parameters: group(address), problem: 'tooLong' };
  }
  const json = parseJson(body);
  const isForm = textOf(type).startsWith('application/x-www-form-urlencoded') && !/^[{["]/.test(body);
  return {
    ...base,
    parameters: group(isForm ? [...address, ...readForm(body)] : address),
    ...(json === null || isForm ? {} : { json }),
    problem: json === null && body !== '' && !isForm ? 'noJson' : null,
  };
}

/** The secrets that a request brings: as parameters, as a field of its form or of its JSON. */
export function secretsIn({ parameters, json }: Request): readonly string[] {
  const secret = isObject(json) ? json.secret : undefined;
  return [...(parameters.get('secret') ?? []), ...(typeof secret === 'string' ? [secret] : [])];
}

/** In bytes, and never fewer characters. */
const LONGEST = 100_000;

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function readForm(text: string): readonly (readonly [string, string])[] {
  const parts = text.split('&').filter((part) => part !== '');
  return parts.map((part) => {
    const [name = '', ...value] = part.split('=').map(decode);
    return [name, value.join('=')];
  });
}

/** What is not encoded as it should be stays as it came. */
function decode(text: string): string {
  const spaced = text.replace(/\+/g, ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}

function group(pairs: readonly (readonly [string, string])[]): Request['parameters'] {
  const found = new Map<string, readonly string[]>();
  for (const [name, value] of pairs) found.set(name, [...(found.get(name) ?? []), value]);
  return found;
}
