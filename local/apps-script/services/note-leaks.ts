import type { Account } from '../account';
import type { WireRequest } from './http-wire';
import { OAUTH_TOKEN } from './oauth-token';

/** Writes down each request that takes Google's token to others than Google. */
export function noteLeaks({ leaks, state }: Account, requests: readonly WireRequest[]): void {
  for (const { url, headers, body } of requests) {
    const { hostname } = new URL(url);
    if (/(^|\.)googleapis\.com$/.test(hostname)) continue;
    const isInHead = [url, ...headers.map(([, value]) => value)].some((text) => text.includes(OAUTH_TOKEN));
    if (isInHead || Buffer.from(body ?? []).includes(OAUTH_TOKEN)) leaks.push({ host: hostname, at: state.now });
  }
}
