import { HeavyError, NetworkError } from '../core/errors';
import type { Clock, HttpRequest } from '../platform/services';
import { advice } from './advice';
import type { Ask } from './with-json';

/**
 * `ask`, for a request that can be made again for less: throws `HeavyError` (for five minutes, should nobody ask for
 * less) when the answer is 504, does not come in time, breaks off or is too large. Google has one text for an answer that
 * breaks off and for a server that is down: asking for less is no loss there.
 */
export function withHeavy(ask: Ask, title: string, clock: Clock): Ask {
  const tooHeavy = ({ method, url }: HttpRequest, what: string): HeavyError =>
    new HeavyError(
      clock.now() + FIVE_MINUTES,
      `${method.toUpperCase()} ${url} -> ${what}: too much at once`,
      advice.down(title),
    );
  return (request) => {
    try {
      const response = ask(request);
      if (response.status === 504) throw tooHeavy(request, '504');
      if (response.fault === 'cut') throw tooHeavy(request, `no JSON (${String(response.text.length)} characters)`);
      return response;
    } catch (error) {
      if (error instanceof NetworkError && isHeavy(error)) throw tooHeavy(request, error.message);
      throw error;
    }
  };
}

function isHeavy({ kind, message }: NetworkError): boolean {
  return HEAVY.includes(kind) && !/DNS error/i.test(message);
}

const HEAVY: readonly NetworkError['kind'][] = ['timeout', 'tooLarge', 'unreachable'];
const FIVE_MINUTES = 300_000;
