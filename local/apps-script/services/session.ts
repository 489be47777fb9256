import type { Faithful } from '../faithful';
import type { Host } from '../host';

/** Session (developers.google.com, Session). A simple trigger does not learn who the user is: the address is empty. */
export function createSession(host: Host): object {
  const user = (email: string): object => {
    const methods: Faithful<GoogleAppsScript.Base.User, 'getEmail'> = { getEmail: () => email };
    return host.expose('User', methods);
  };
  const visible = host.authMode === 'FULL' ? host.email : '';
  const session: Faithful<
    GoogleAppsScript.Base.Session,
    'getActiveUser' | 'getActiveUserLocale' | 'getEffectiveUser' | 'getScriptTimeZone' | 'getTemporaryActiveUserKey'
  > = {
    getActiveUser: () => user(visible),
    getEffectiveUser: () => user(visible),
    getActiveUserLocale: () => host.locale,
    getScriptTimeZone: () => host.timeZone,
    getTemporaryActiveUserKey: () => 'local-user',
  };
  return host.expose('Session', session);
}
