import type { Client } from '../services/answer-requests';
import { exchange } from '../services/http-wire';
import { OAUTH_TOKEN } from '../services/oauth-token';
import type { PeopleAnswer, PeopleRequest } from './answer-people';
import { isJson } from './check-payload';

/** What the server answers that the account has a route to; throws Apps Script's exception when none comes. */
export function askServer({ host, account }: Client, origin: string, request: PeopleRequest): PeopleAnswer {
  const url = new URL(request.path, origin);
  for (const [name, values] of request.query) for (const value of values) url.searchParams.append(name, value);
  const [answer] = exchange(
    [
      {
        ...{ url: url.href, method: request.method, followRedirects: true, checkCertificates: true, timeout: 60_000 },
        headers: [
          ['Authorization', `Bearer ${OAUTH_TOKEN}`],
          ['Content-Type', 'application/json'],
          ['X-Local-Time', String(Math.round(host.now()))],
        ],
        body: request.body === undefined ? undefined : Buffer.from(JSON.stringify(request.body), 'utf8'),
      },
    ],
    account.routes,
    account.realNetwork,
  );
  if (!answer || answer.failure !== undefined) return host.fail(`Address unavailable: ${origin}`);
  const body = readBody(Buffer.from(answer.body).toString('utf8'));
  const isDone = answer.status < 300 && body !== null;
  // What Apps Script says of an answer that is no JSON, such as the page of a proxy (seen in execution logs).
  const error = { error: { code: answer.status, message: 'Empty response' } };
  return { status: isDone ? 200 : answer.status, body: body ?? error, delay: 0, isBare: body === null };
}

function readBody(text: string): Record<string, unknown> | null {
  if (text.trim() === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    return isJson(value) ? value : null;
  } catch {
    return null;
  }
}
