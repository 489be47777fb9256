import { STATUS_CODES } from 'node:http';
import { moveAfterPage, type Controlled } from './control';
import type { Fault } from './faults';
import type { Answer, Question } from './vendor';

/** An answer as it is to be sent, and the fault that hit it, whose transport (slow, hang, reset, gzip) is still to be done. */
export interface Response {
  readonly answer: Answer;
  readonly fault: Fault | undefined;
}

/** What a running server says to one request to its API: sign-in, faults, log, and records that move meanwhile. */
export function respond(on: Controlled, question: Question): Response {
  const { method, path, rawQuery } = question;
  const fault = on.faults.take(rawQuery === '' ? path : `${path}?${rawQuery}`);
  const answer = answerTo(on, question);
  on.log.violations.push(...gateViolations(on, question), ...(answer.violations ?? []));
  const silent = fault?.reset === true || fault?.hang === true;
  const status = silent ? 0 : (fault?.status ?? (fault?.html === true ? 200 : answer.status));
  on.log.add({ method, path, query: rawQuery, status }, routeOf(answer));
  if (answer.page !== undefined && status === 200) moveAfterPage(on, answer.page);
  return { answer: spoil(answer, fault), fault };
}

function answerTo({ vendor, apiKey }: Controlled, question: Question): Answer {
  const { gate } = vendor;
  if (gate !== undefined && question.method !== 'GET') return gate.methodNotAllowed(question);
  if (gate !== undefined && question.headers[gate.header] !== apiKey) return gate.unauthorized(question);
  return vendor.answer(question);
}

function gateViolations({ vendor, apiKey }: Controlled, { method, path, rawQuery }: Question): readonly string[] {
  if (vendor.gate === undefined) return [];
  return [
    ...(method === 'GET' ? [] : [`${method} ${path}`]),
    ...(rawQuery.includes(apiKey) ? [`key in the address of ${path}`] : []),
  ];
}

function routeOf(answer: Answer): string {
  return answer.route ?? (answer.status === 401 ? '(not signed in)' : '(unknown path)');
}

function spoil(answer: Answer, fault: Fault | undefined): Answer {
  if (fault === undefined) return answer;
  const html = fault.html === true;
  const whole = fault.body ?? spoiledBody(answer, fault);
  return {
    status: fault.status ?? (html ? 200 : answer.status),
    body: fault.truncate === true ? whole.slice(0, Math.ceil(whole.length / 2)) : whole,
    headers: { ...answer.headers, ...(html ? { 'Content-Type': 'text/html; charset=utf-8' } : {}), ...fault.headers },
  };
}

function spoiledBody(answer: Answer, fault: Fault): string {
  if (fault.empty === true) return '';
  if (fault.html === true) return MAINTENANCE_PAGE;
  if ((fault.status ?? 0) < 400) return answer.body;
  return JSON.stringify({ title: STATUS_CODES[fault.status ?? 0], status: fault.status });
}

const MAINTENANCE_PAGE = `<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8"><title>Maintenance en cours</title></head>
<body><h1>Nous revenons dans quelques minutes</h1><p>Une opération de maintenance est en cours.</p></body></html>
`;
