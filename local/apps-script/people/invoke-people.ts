import type { Client } from '../services/answer-requests';
import { answerPeople, type PeopleAnswer, type PeopleRequest } from './answer-people';
import { isJson } from './check-payload';
import { bookOf, type Json } from './contact-book';
import { ENDPOINTS, type PeopleMethod } from './endpoints';
import { callerOf } from './people-http';
import { askServer } from './people-wire';
import { spendCreated } from './people-quotas';

/** Optional parameters, as scripts pass them. */
export type Options = object | null | undefined;

/** A call of the advanced service. */
export interface Given {
  readonly resourceName?: string;
  readonly body?: object;
  readonly options?: Options;
}

/** Calls a method of the API; returns what it answers, or throws what Apps Script makes of a refusal. */
export type Invoke = (method: PeopleMethod, given: Given) => Json;

/** Calls the machine's own People API, or the server that the account has a route to. */
export function createInvoke(client: Client): Invoke {
  const { host, account } = client;
  return (method, given) => {
    const request = toRequest(method, given);
    spendContacts(client, method, request.body);
    const isRouted = account.routes[ORIGIN] !== undefined;
    const answer = isRouted ? askServer(client, ORIGIN, request) : answerPeople(request, callerOf(client));
    host.advance(answer.delay + PER_PERSON * Math.max(personsIn(answer.body), personsIn(request.body)));
    return answer.status === 200 ? answer.body : refuse(client, method, answer);
  };
}

const ORIGIN = 'https://people.googleapis.com';

/** Virtual milliseconds (design figure). */
const PER_PERSON = 0.5;

/**
 * What Apps Script throws: the API's message behind the name of its method, with its error in `details` (seen in published
 * logs); and an exception of its own when no answer came.
 */
function refuse({ host }: Client, method: PeopleMethod, { body, isBare, lost }: PeopleAnswer): never {
  if (lost !== undefined) return host.fail(lost);
  const error = isJson(body.error) ? body.error : {};
  const message = `API call to ${ENDPOINTS[method].id} failed with error: ${String(error.message)}`;
  return host.fail(message, 'GoogleJsonResponseException', isBare ? {} : { details: error });
}

/** Apps Script counts the contacts that scripts create a day (Quotas for Google Services, Contacts created). */
function spendContacts({ host, account }: Client, method: PeopleMethod, body: unknown): void {
  if (method !== 'createContact' && method !== 'batchCreateContacts') return;
  const { state, people } = account;
  const desk = { book: bookOf(state, host.userStore), rules: people.rules, now: Math.floor(state.now) };
  if (!spendCreated(desk, method === 'createContact' ? 1 : personsIn(body))) {
    host.fail('Service invoked too many times for one day: contacts created.');
  }
}

function toRequest(method: PeopleMethod, { resourceName = '', body, options }: Given): PeopleRequest {
  const { verb, path } = ENDPOINTS[method];
  const name = resourceName.slice(resourceName.indexOf('/') + 1);
  return {
    method: verb,
    path: `/v1/${path.replace('{name}', () => encodeURIComponent(name))}`,
    query: toQuery(options ?? {}),
    // What JSON does not know is left out, as on the way to Google.
    body: body === undefined ? undefined : (JSON.parse(JSON.stringify(body)) as unknown),
  };
}

/** Masks may be arrays too: one value with commas; other arrays are repeated parameters. */
function toQuery(options: object): Map<string, readonly string[]> {
  const given = Object.entries(options).filter(([, value]) => value !== undefined && value !== null);
  return new Map(
    given.map(([name, value]) => {
      const values = [value as unknown].flat().map(String);
      return [name, /(Fields|Mask)$/.test(name) ? [values.join(',')] : values];
    }),
  );
}

/** How many persons a request or an answer carries. */
function personsIn(body: unknown): number {
  if (!isJson(body)) return 0;
  const lists = ['connections', 'responses', 'createdPeople', 'updateResult', 'results', 'contacts', 'resourceNames'];
  return Math.max(0, ...lists.map((key) => Object.keys(Object(body[key]) as object).length));
}
