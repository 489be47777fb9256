import { STATUS_CODES } from 'node:http';
import type { JsonObject } from '../json';
import type { Answer } from '../vendor';

/** A request that is refused; Zendesk has at least four shapes of bodies for that. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly body: JsonObject,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(JSON.stringify(body));
  }
}

/** The refusal of a parameter. */
export function invalid(description: string, status = 400, error = 'InvalidValue'): Refusal {
  return new Refusal(status, { error, description });
}

/** The refusal of something that the caller may not see. */
export function forbidden(status = 403): Refusal {
  const message =
    'You do not have access to this page. Please contact the account owner of this help desk for further help.';
  return new Refusal(status, { error: { title: STATUS_CODES[status] ?? 'Error', message } });
}

/** A refusal as an answer, in JSON or as a page in HTML. */
export function toRefusedAnswer({ status, body, headers }: Refusal, html: boolean): Answer {
  if (!html) return { status, body: JSON.stringify(body), headers: { ...JSON_TYPE, ...headers } };
  const title = STATUS_CODES[status] ?? 'Error';
  return {
    status,
    body: `<!DOCTYPE html>\n<html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>\n`,
    headers: { 'Content-Type': 'text/html; charset=utf-8', ...headers },
  };
}

export const JSON_TYPE = { 'Content-Type': 'application/json; charset=utf-8' } as const;
