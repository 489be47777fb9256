/**
 * The origins that `--route https://host=http://127.0.0.1:port` options send to loopback servers; null when one of them
 * is malformed.
 */
export function toRoutes(options: readonly string[]): Record<string, string> | null {
  const routes: Record<string, string> = {};
  for (const option of options) {
    const [from = '', to = ''] = option.split('=', 2);
    if (!/^https?:/.test(from) || !/^https?:/.test(to) || !URL.canParse(from) || !URL.canParse(to)) return null;
    routes[new URL(from).origin] = to;
  }
  return routes;
}
