import type { WebRequest } from './web-app';

/** What `doGet` and `doPost` receive. */
export interface WebEvent {
  /** The first value of each name. */
  readonly parameter: Readonly<Record<string, string>>;
  readonly parameters: Readonly<Record<string, readonly string[]>>;
  readonly queryString: string;
  readonly contextPath: '';
  /** What follows `/exec/`; absent without it. */
  readonly pathInfo?: string;
  /** Bytes of the body; -1 for GET. */
  readonly contentLength: number;
  /** Of a POST. */
  readonly postData?: PostData;
}

interface PostData {
  readonly contents: string;
  readonly length: number;
  readonly type: string;
  readonly name: 'postData';
}

/**
 * The event of a request (developers.google.com, "Web apps", request parameters). The fields of a form are parameters too,
 * after those of the address. Where the page says that the query string is null without one, scripts log an empty text.
 */
export function toWebEvent({ method, path, type = '', body = '' }: WebRequest): WebEvent {
  const [, pathInfo = '', queryString = ''] = /^\/?([^?]*)\??([^]*)$/.exec(path) ?? [];
  const postData = method === 'POST' ? toPostData(type, Buffer.from(body)) : null;
  const isForm = postData?.type === 'application/x-www-form-urlencoded';
  const parameters = readParameters([queryString, ...(isForm ? [postData.contents] : [])]);
  return {
    parameter: Object.fromEntries(Object.entries(parameters).map(([name, [first = '']]) => [name, first])),
    ...{ parameters, queryString, contextPath: '' },
    ...(pathInfo === '' ? {} : { pathInfo: decode(pathInfo) }),
    contentLength: postData?.length ?? -1,
    ...(postData ? { postData } : {}),
  };
}

function toPostData(type: string, body: Buffer): PostData {
  // Whether the type keeps its parameters, such as a charset, is not documented: the page calls it the MIME type.
  const [bare = ''] = type.split(';');
  return { contents: body.toString('utf8'), length: body.length, type: bare.trim().toLowerCase(), name: 'postData' };
}

function readParameters(texts: readonly string[]): Record<string, string[]> {
  const parameters = new Map<string, string[]>();
  for (const text of texts) {
    for (const [name, value] of new URLSearchParams(text))
      parameters.set(name, [...(parameters.get(name) ?? []), value]);
  }
  return Object.fromEntries(parameters);
}

/** A path with a broken escape stays as it came. */
function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
