import type { IncomingMessage } from 'node:http';

type Asked = Pick<IncomingMessage, 'headers' | 'method' | 'socket'>;

/**
 * Why a request is not answered; null when it is. Only this machine's browser at this server's own addresses is: a name of
 * another's that leads here (DNS rebinding), and another site's page that posts here, are refused.
 */
export function checkRequest(request: Asked): { readonly status: number; readonly reason: string } | null {
  const { host = '', origin, 'content-type': type = '' } = request.headers;
  if (siteOf(request) === null) return { status: 403, reason: `This is not the server of ${host}.` };
  if (request.method !== 'POST') return null;
  // Browsers send their page's origin with each POST; what sends none is no page.
  if (origin !== undefined && origin !== `http://${host}`)
    return { status: 403, reason: `${origin} may not post here.` };
  if (!/^application\/json\s*(;|$)/i.test(type)) return { status: 415, reason: 'JSON only.' };
  return null;
}

/** Which of the two sites a request is for; null: neither. */
export function siteOf({ headers: { host }, socket }: Asked): 'spreadsheet' | 'page' | null {
  const port = String(socket.localPort);
  if (host === `localhost:${port}`) return 'spreadsheet';
  return host === `127.0.0.1:${port}` ? 'page' : null;
}
