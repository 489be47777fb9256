import type { Account } from '../account';
import { enumeration } from '../enumeration';
import { reveal } from '../exposed';
import type { Faithful } from '../faithful';
import { COSTS, type Host } from '../host';
import { AUTHORIZATION_REQUIRED, grantedScopes } from '../permissions';
import { ownerOf } from '../person';
import type { Project } from '../project';
import type { TriggerRecord } from '../state';
import { AUTH_MODE, AUTHORIZATION_STATUS } from './authorization';
import { OAUTH_TOKEN } from './oauth-token';
import { createTrigger, EVENT_TYPE, TRIGGER_SOURCE } from './trigger';
import { createTriggerBuilder } from './trigger-builder';

/** Also in the address of its web app. */
export const SCRIPT_ID = 'local-apps-script';

/** ScriptApp: triggers, authorisation and the script's own identity (developers.google.com, Script Service). */
export function createScriptApp(host: Host, account: Account, project: Project): object {
  const { state, holder } = account;
  const own = (): TriggerRecord[] => state.triggers.filter((trigger) => ownerOf(trigger, holder).email === host.email);
  const methods: Faithful<GoogleAppsScript.Script.ScriptApp, Method> = {
    newTrigger: (functionName: string) => createTriggerBuilder(host, account, functionName, own),
    getProjectTriggers: () => own().map((trigger) => createTrigger(host, trigger)),
    getUserTriggers: (document: object) => {
      const file = reveal(document) as { getId(): string } | undefined;
      const found = own().filter(({ sourceId }) => sourceId !== null && sourceId === file?.getId());
      return found.map((trigger) => createTrigger(host, trigger));
    },
    deleteTrigger(trigger: object) {
      const id = (reveal(trigger) as GoogleAppsScript.Script.Trigger | undefined)?.getUniqueId();
      const at = state.triggers.findIndex((known) => known.id === id);
      // Real scripts report this text for a trigger that another execution deleted first; it is not documented.
      if (at < 0) host.fail('Unexpected error while getting the method or property deleteTrigger on object ScriptApp.');
      state.triggers.splice(at, 1);
    },
    getAuthorizationInfo: () => createAuthorizationInfo(host, account, project),
    requireAllScopes: () => undefined,
    requireScopes(_mode: unknown, scopes: readonly string[]) {
      const granted = grantedScopes(project, account, host.email);
      const missing = scopes.filter((scope) => granted?.includes(scope) === false);
      if (missing.length > 0) host.fail(`${AUTHORIZATION_REQUIRED} Missing: ${missing.join(', ')}`);
    },
    getInstallationSource: () => INSTALLATION_SOURCE[account.isAddOn ? 'WEB_STORE_ADD_ON' : 'NONE'],
    getOAuthToken: () => OAUTH_TOKEN,
    getScriptId: () => SCRIPT_ID,
    getService: () => createService(host, account, project),
  };
  const cost = COSTS.service;
  return host.expose(
    'ScriptApp',
    { ...methods, ...ENUMS },
    { cost: { getProjectTriggers: cost, getUserTriggers: cost, deleteTrigger: cost, getAuthorizationInfo: cost } },
  );
}

const WEEK_DAY = enumeration('SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY');

type Method =
  | 'newTrigger'
  | 'getProjectTriggers'
  | 'getUserTriggers'
  | 'deleteTrigger'
  | 'getAuthorizationInfo'
  | 'requireAllScopes'
  | 'requireScopes'
  | 'getInstallationSource'
  | 'getOAuthToken'
  | 'getScriptId'
  | 'getService';

const INSTALLATION_SOURCE = enumeration('APPS_MARKETPLACE_DOMAIN_ADD_ON', 'NONE', 'WEB_STORE_ADD_ON');
const ENUMS = {
  AuthMode: AUTH_MODE,
  AuthorizationStatus: AUTHORIZATION_STATUS,
  EventType: EVENT_TYPE,
  InstallationSource: INSTALLATION_SOURCE,
  TriggerSource: TRIGGER_SOURCE,
  WeekDay: WEEK_DAY,
};

/** There is something left to ask as long as the user does not grant all that the manifest names. */
function createAuthorizationInfo(host: Host, account: Account, project: Project): object {
  const granted = grantedScopes(project, account, host.email) ?? [];
  const isRequired = account.consents.isWithdrawn(host.email) || granted.length < (project.scopes?.length ?? 0);
  const info: Faithful<GoogleAppsScript.Script.AuthorizationInfo, 'getAuthorizationStatus'> & {
    getAuthorizationUrl(): string | null;
    getAuthorizedScopes(): string[];
  } = {
    getAuthorizationStatus: () => AUTHORIZATION_STATUS[isRequired ? 'REQUIRED' : 'NOT_REQUIRED'],
    // null when there is nothing to ask: the typings promise a string.
    getAuthorizationUrl: () => (isRequired ? `https://script.google.com/macros/d/${SCRIPT_ID}/authorize` : null),
    getAuthorizedScopes: () => [...granted],
  };
  return host.expose('AuthorizationInfo', info);
}

/** The web app, once the manifest deploys one: its address is null before, where the typings promise a string. */
function createService(host: Host, { webAppUrl }: Account, { webApp }: Project): object {
  const service: Faithful<GoogleAppsScript.Script.Service, 'isEnabled'> & { getUrl(): string | null } = {
    getUrl: () => (webApp ? webAppUrl : null),
    isEnabled: () => webApp !== null,
  };
  return host.expose('Service', service);
}
