import type { Account } from './account';
import type { Execution } from './execution';
import { createPeopleService } from './people/people-service';
import type { Project } from './project';
import { createCacheService } from './services/cache-service';
import { createLogs } from './services/console';
import { createContentService } from './services/content-service';
import { createDriveApp } from './services/drive-app';
import { createHtmlService } from './services/html-service';
import { createLockService } from './services/lock-service';
import { createMailApp } from './services/mail-app';
import { MIME_TYPE_NAMES } from './services/mime-type';
import { createPropertiesService } from './services/properties-service';
import { createScriptApp } from './services/script-app';
import { createSession } from './services/session';
import { createUrlFetchApp } from './services/url-fetch-app';
import { createUtilities } from './services/utilities';
import { createSpreadsheetServices } from './spreadsheet/services';

/** Puts Google's services into the execution's global scope, advanced ones only where the manifest enables them. */
export function installServices(execution: Execution, account: Account, project: Project): void {
  const { host, realm } = execution;
  const { state, isBound } = account;
  const { Browser, Charts, SpreadsheetApp, ...advanced } = createSpreadsheetServices(host, account.documents);
  Object.assign(realm.globals, {
    ...createLogs(host, execution.logs),
    Browser,
    Charts,
    CacheService: createCacheService(host, state.cache, isBound),
    ContentService: createContentService(host),
    DriveApp: createDriveApp(host, state),
    HtmlService: createHtmlService(host, project.folder, realm.globals),
    LockService: createLockService(host, account.locks, execution.id, isBound),
    MailApp: createMailApp(host, state, account.quotasOf(host.userStore)),
    MimeType: realm.toScript(MIME_TYPE_NAMES),
    PropertiesService: createPropertiesService(host, state.properties, isBound),
    ScriptApp: createScriptApp(host, account, project),
    Session: createSession(host),
    UrlFetchApp: createUrlFetchApp(host, account, project),
    SpreadsheetApp,
    Utilities: createUtilities(host, account.realTime),
    ...enabled({ ...advanced, People: createPeopleService(host, account, project) }, project),
  });
}

function enabled(advanced: object, project: Project): object {
  const { advancedServices } = project;
  return Object.fromEntries(Object.entries(advanced).filter(([name]) => advancedServices?.includes(name) ?? true));
}
