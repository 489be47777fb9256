import { reveal } from '../exposed';
import type { WireRequest } from './http-wire';
import { fromSigned } from './bytes';
import { toMultipart } from './multipart';

/** What scripts may pass: Google's typings lack `timeoutSeconds` and byte arrays. */
export interface FetchParams extends Omit<GoogleAppsScript.URL_Fetch.URLFetchRequestOptions, 'payload'> {
  readonly payload?: unknown;
  readonly timeoutSeconds?: number;
}

/**
 * The request that UrlFetchApp sends for these parameters; `refuse` throws Google's text for those it does not take.
 * Sources: developers.google.com, UrlFetchApp.fetch and Quotas for Google Services.
 */
export function toWireRequest(url: string, params: FetchParams, refuse: (message: string) => never): WireRequest {
  const address = toAddress(url, refuse);
  const body = toBody(params);
  if (body && body.bytes.length > MAX_BODY) refuse('Limit Exceeded: URLFetch POST Size.');
  // A payload turns a GET into a POST: a request with method `get` and a payload leaves as POST too (not documented).
  const asked = (params.method ?? 'get').toUpperCase();
  if (!METHODS.has(asked)) refuse(`Attribute provided with invalid value: method`);
  const seconds = params.timeoutSeconds ?? 360;
  if (!(seconds > 0)) refuse('Attribute provided with invalid value: timeoutSeconds');
  return {
    url: address,
    method: body && asked === 'GET' ? 'POST' : asked,
    headers: toHeaders(params, body?.contentType, refuse),
    body: body?.bytes,
    followRedirects: params.followRedirects ?? true,
    checkCertificates: params.validateHttpsCertificates ?? true,
    timeout: Math.min(seconds, 360) * 1000,
  };
}

const MAX_BODY = 50 * 1024 * 1024;
const MAX_URL = 2082;
const MAX_HEADERS = 100;
const MAX_HEADER_BYTES = 8 * 1024;
/** developers.google.com, UrlFetchApp.fetch: no HEAD and no OPTIONS. */
const METHODS = new Set(['GET', 'DELETE', 'PATCH', 'POST', 'PUT']);
const FORM = 'application/x-www-form-urlencoded';

function toAddress(url: string, refuse: (message: string) => never): string {
  const text = url.trim();
  if (text === '') refuse('Attribute provided with no value: url');
  if (text.length > MAX_URL) refuse('Limit Exceeded: URLFetch URL Length.');
  const withScheme = /^[a-z][a-z+.-]*:\/\//i.test(text) ? text : `http://${text}`;
  if (!/^https?:/i.test(withScheme) || !URL.canParse(withScheme)) refuse(`Invalid argument: ${text}`);
  return withScheme;
}

function toBody({ payload, contentType }: FetchParams): { bytes: Uint8Array; contentType: string } | undefined {
  if (payload === undefined || payload === null) return undefined;
  if (typeof payload === 'string') return { bytes: Buffer.from(payload, 'utf8'), contentType: contentType ?? FORM };
  if (Array.isArray(payload)) return { bytes: fromSigned(payload as number[]), contentType: contentType ?? FORM };
  const blob = reveal(payload) as GoogleAppsScript.Base.Blob | undefined;
  if (blob) {
    return {
      bytes: fromSigned(blob.getBytes()),
      contentType: contentType ?? blob.getContentType() ?? 'application/octet-stream',
    };
  }
  const fields = Object.entries(payload as Record<string, unknown>);
  if (fields.some(([, value]) => reveal(value))) return toMultipart(fields);
  // An object is a form whatever contentType says: JSON has to be made by the script.
  const form = fields.map(([name, value]) => `${encodeField(name)}=${encodeField(String(value))}`).join('&');
  return { bytes: Buffer.from(form, 'utf8'), contentType: contentType ?? FORM };
}

function encodeField(text: string): string {
  return new URLSearchParams([['', text]]).toString().slice(1);
}

function toHeaders(
  params: FetchParams,
  bodyType: string | undefined,
  refuse: (message: string) => never,
): (readonly [string, string])[] {
  const given = Object.entries((params.headers ?? {}) as Record<string, unknown>);
  if (given.length > MAX_HEADERS) refuse('Limit Exceeded: URLFetch header count.');
  const headers = given.map(([name, value]) => {
    const text = String(value);
    if (value === null || value === undefined) refuse(`Attribute provided with invalid value: Header:${text}`);
    if (FORBIDDEN.test(name) || !isToken(name) || /[\r\n\0]/.test(text) || /[^\t\x20-\xff]/.test(text)) {
      refuse(`Attribute provided with invalid value: Header:${name}`);
    }
    return [name, text] as const;
  });
  const size = headers.reduce((sum, [name, value]) => sum + name.length + value.length, 0);
  if (size > MAX_HEADER_BYTES) refuse('Limit Exceeded: URLFetch header size.');
  const has = (wanted: string): boolean => headers.some(([name]) => name.toLowerCase() === wanted);
  const type = params.contentType ?? (has('content-type') ? undefined : bodyType);
  const kept = type === undefined ? headers : headers.filter(([name]) => name.toLowerCase() !== 'content-type');
  return [
    ...kept,
    ...(type === undefined ? [] : [['Content-Type', type] as const]),
    ...(has('user-agent') ? [] : [['User-Agent', AGENT] as const]),
    ...(has('accept-encoding') ? [] : [['Accept-Encoding', 'gzip,deflate,br'] as const]),
  ];
}

const FORBIDDEN = /^(host|content-length)$/i;
const AGENT = 'Mozilla/5.0 (compatible; Google-Apps-Script; beanserver; +https://script.google.com; id: local)';

function isToken(name: string): boolean {
  return /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name);
}
