/**
 * Whether a host is a name that the public internet may know: neither an address in numbers of any notation, nor a name
 * without a dot, nor one of a private network (RFC 6761, RFC 6762, RFC 7686, RFC 8375; `.arpa` is infrastructure, `.internal` is ICANN's for private use).
 * Non-ASCII names count in their ASCII form alone.
 */
export function isPublicHost(host: string): boolean {
  return host.length <= 253 && HOST.test(host) && !PRIVATE.test(host);
}

/** Names that end in letters: no number of any notation does. */
const HOST = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})$/i;
const PRIVATE = /\.(?:localhost|local|internal|intranet|private|lan|home|arpa|corp|localdomain|onion)$/i;
