import { NetworkError } from '../core/errors';
import { driveBusy, isPassing } from './drive-refusal';
import type { Clock, HttpRequest, HttpResponse, Send } from './services';

/** Sends to Google Drive, counting. */
export interface PatientSend {
  /** The answer to one try, or why none came. */
  once(request: HttpRequest): HttpResponse | NetworkError;
  /** The answer after up to three tries, 1 and 2 seconds apart. Throws `BusyError` when all of them failed in passing. */
  ask(what: string, request: HttpRequest): HttpResponse;
  /** How many requests were sent so far. */
  requests(): number;
}

const TRIES = 3;

/** `send`, with the patience that Google asks of Drive's callers. */
export function createPatientSend(send: Send, clock: Clock): PatientSend {
  let requests = 0;
  const once = (request: HttpRequest): HttpResponse | NetworkError => {
    requests += 1;
    try {
      return send(request);
    } catch (error) {
      if (error instanceof NetworkError) return error;
      throw error;
    }
  };
  return {
    once,
    ask(what, request) {
      for (let tries = 1; ; tries += 1) {
        const answer = once(request);
        if (!(answer instanceof Error) && !isPassing(answer)) return answer;
        const isHopeless = answer instanceof Error && (answer.kind === 'quota' || answer.kind === 'refused');
        if (tries === TRIES || isHopeless) throw driveBusy(what, answer, clock.now());
        clock.sleep(1000 * 2 ** (tries - 1));
      }
    },
    requests: () => requests,
  };
}
