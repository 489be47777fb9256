import type { Faithful } from '../faithful';
import type { Host } from '../host';

/** Session (developers.google.com, Session). A simple trigger does not learn who the user is: the address is empty. */
export function createSession(host: Host): object {
  const user = (email: string): object => {
    const methods: Faithful<GoogleAppsScript.Base.User, 'getEmail'> = { getEmail: () => email };
    return host.expose('User', methods);
  };
  const visible = host.authMode === 'FULL' ? host.email : '';
  // A web app that runs as who deployed it does not learn who calls.
  const active = host.caller === 'web' ? '' : visible;
  const session: Faithful<
    GoogleAppsScript.Base.Session,
    'getActiveUser' | 'getActiveUserLocale' | 'getEffectiveUser' | 'getScriptTimeZone' | 'getTemporaryActiveUserKey'
  > = {
    getActiveUser: () => user(active),
    getEffectiveUser: () => user(visible),
    getActiveUserLocale: () => host.locale,
    getScriptTimeZone: () => host.timeZone,
    getTemporaryActiveUserKey: () => 'local-user',
  };
  return host.expose('Session', session);
}
