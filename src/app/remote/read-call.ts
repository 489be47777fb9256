import type { Words } from '../../core/model';
import { isObject } from './is-object';
import type { Request } from './read-request';
import { Refusal } from './refusal';

export type Method = 'GET' | 'POST';

/** What somebody wants who may call. */
export interface Call {
  readonly method: Method;
  /** Begins with `/`; one at its end is left out. */
  readonly path: string;
  /** What else came: in the body as JSON, or as parameters. */
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Reads a request that brought the right secret. Throws `Refusal`: 413 for a body that is too long, 400 for what makes no sense. */
export function readCall(method: Method, request: Request): Call {
  const { json, problem, pathInfo } = request;
  if (problem) throw PROBLEMS[problem]();
  const parameters = readParameters(request);
  const { path = pathInfo, ...others } = parameters;
  const all = Object.entries(json === undefined ? others : readJson(json));
  const fields = Object.fromEntries(all.filter(([name]) => name !== 'secret'));
  return { method, path: `/${path.replace(/^\/+|\/+$/g, '')}`, fields };
}

const PROBLEMS: Readonly<Record<'tooLong' | 'noJson', () => Refusal>> = {
  tooLong: () =>
    new Refusal(413, {
      fr: 'Le corps de l’appel est trop long : 100 000 octets au plus.',
      en: 'The body of the call is too long: it has at most 100,000 bytes.',
    }),
  noJson: () =>
    refuse({
      fr: 'Le corps de l’appel n’est pas du JSON lisible. Envoyez un objet JSON, par exemple {"secret": "…"}, ou un corps vide.',
      en: 'The body of the call is no readable JSON. Send a JSON object, such as {"secret": "…"}, or an empty body.',
    }),
};

function readParameters({ parameters }: Request): Readonly<Record<string, string>> {
  const read: Record<string, string> = {};
  for (const [name, values] of parameters) {
    const [value = '', ...others] = new Set(values);
    if (others.length > 0) {
      throw refuse({
        fr: 'Un paramètre de l’appel est donné deux fois, avec des valeurs différentes. Donnez-le une seule fois.',
        en: 'A parameter of the call is given twice, with different values. Give it once only.',
      });
    }
    checkName(name);
    read[name] = value;
  }
  return read;
}

function readJson(json: unknown): Readonly<Record<string, unknown>> {
  if (!isObject(json)) {
    throw refuse({
      fr: 'Le corps de l’appel doit être un objet JSON, entre accolades : {"nom": "valeur"}.',
      en: 'The body of the call must be a JSON object, in braces: {"name": "value"}.',
    });
  }
  checkJson(json, 0);
  return json;
}

const DEEPEST = 8;

function checkJson(value: unknown, depth: number): void {
  if (typeof value !== 'object' || value === null) return;
  if (depth > DEEPEST) {
    throw refuse({
      fr: 'Le JSON de l’appel est imbriqué trop profondément. La documentation montre ce qui est attendu.',
      en: 'The JSON of the call is nested too deeply. The documentation shows what is expected.',
    });
  }
  for (const [name, part] of Object.entries(value)) {
    checkName(name);
    checkJson(part, depth + 1);
  }
}

/** Names that mean something else to a program than to who sends them. */
function checkName(name: string): void {
  if (!['__proto__', 'constructor', 'prototype'].includes(name)) return;
  throw refuse({
    fr: 'L’appel contient un nom que Sync n’accepte pas (__proto__, constructor ou prototype). Retirez-le.',
    en: 'The call holds a name that Sync does not accept (__proto__, constructor or prototype). Remove it.',
  });
}

function refuse(advice: Words): Refusal {
  return new Refusal(400, advice);
}
