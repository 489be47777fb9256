import { NetworkError } from '../../src/core/errors';
import { send } from '../../src/platform/send';
import type { HttpRequest, HttpResponse } from '../../src/platform/services';

// The sending of requests on the local Apps Script, for code that is tested beside it.

/** The answer, or why none came. */
export function exchange(request: HttpRequest): HttpResponse | Pick<NetworkError, 'kind' | 'message'> {
  try {
    return send(request);
  } catch (error) {
    if (error instanceof NetworkError) return { kind: error.kind, message: error.message };
    throw error;
  }
}
