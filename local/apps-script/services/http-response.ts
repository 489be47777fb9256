import type { Faithful } from '../faithful';
import type { Host } from '../host';
import { createBlob, decodeText } from './blob';
import { toSigned } from './bytes';

/** An answer of any status. */
export interface HttpAnswer {
  readonly status: number;
  /** In the order and letter case of the server. */
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Uint8Array;
}

/** An HTTPResponse as scripts see it (developers.google.com, HTTPResponse). */
export function createHttpResponse(host: Host, { status, headers, body }: HttpAnswer): object {
  const valueOf = (wanted: string): string | null =>
    headers.find(([name]) => name.toLowerCase() === wanted)?.[1] ?? null;
  const charset = /charset="?([^\s;"]+)/i.exec(valueOf('content-type') ?? '')?.[1];
  const toBlob = (): object => createBlob(host, body, valueOf('content-type')?.split(';')[0] ?? null, null);
  const response: Faithful<
    GoogleAppsScript.URL_Fetch.HTTPResponse,
    'getAllHeaders' | 'getBlob' | 'getContent' | 'getContentText' | 'getHeaders' | 'getResponseCode'
  > = {
    getAllHeaders: () => groupHeaders(headers),
    getBlob: toBlob,
    getContent: () => toSigned(body),
    getContentText: (asked?: string) => decodeText(body, asked ?? charset ?? 'utf-8', host),
    getHeaders: () => Object.fromEntries(headers),
    getResponseCode: () => status,
  };
  return host.expose('HTTPResponse', response);
}

/** A header that came several times is an array. */
function groupHeaders(headers: HttpAnswer['headers']): Record<string, string | string[]> {
  const grouped: Record<string, string | string[]> = {};
  for (const [name, value] of headers) {
    const before = grouped[name];
    grouped[name] = before === undefined ? value : [before, value].flat();
  }
  return grouped;
}
