import type { Json } from '../core/model';
import type { HttpRequest, HttpResponse, Send } from '../platform/services';
import { parseJson } from './json';

/** An answer with the value that its text stands for; `fault` says why a 2xx text stands for none. */
export interface JsonResponse extends HttpResponse {
  readonly body: Json;
  /** `page`: a web page came. `cut`: the text ends too early, or is no JSON at all. */
  readonly fault: 'page' | 'cut' | null;
}

/** Sends one request and returns the answer, read as JSON when its status is 2xx. */
export type Ask = (request: HttpRequest) => JsonResponse;

/** `send`, with each 2xx answer read as JSON. Never throws for what it reads. */
export function withJson(send: Send): Ask {
  return (request) => {
    const response = send(request);
    if (response.status < 200 || response.status > 299) return { ...response, body: null, fault: null };
    try {
      return { ...response, body: parseJson(response.text), fault: null };
    } catch {
      return { ...response, body: null, fault: /^\s*</.test(response.text) ? 'page' : 'cut' };
    }
  };
}
