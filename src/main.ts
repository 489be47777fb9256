import { writeAlertSettings } from './app/alerts/alert-settings';
import { readAlertsView } from './app/alerts/alerts-view';
import { dropWebhook, makeWebhook, renewWebhookSecret, turnWebhook } from './app/alerts/edit-webhooks';
import { readMailSettings, readWebhookDraft } from './app/alerts/read-alerts-input';
import { tryWebhook } from './app/alerts/try-webhook';
import { attempt, attemptUnseen } from './app/attempt';
import { readChoiceViews } from './app/contacts/choices';
import { findContacts } from './app/contacts/contact-list';
import { pushFromMenu, putBackFromMenu, syncContactsFromMenu } from './app/contacts/contacts-menu';
import { readContactsView } from './app/contacts/contacts-view';
import { carryOut } from './app/contacts/decide';
import { putBack, readJournalViews } from './app/contacts/journal-values';
import { readLabelViews } from './app/contacts/labels';
import { previewPlan } from './app/contacts/plan-view';
import { pushEdited, pushSelected } from './app/contacts/push-rows';
import {
  readContactsOptions,
  readContactsSettings,
  readDecisions,
  readRefs,
  readWords,
} from './app/contacts/read-contacts-input';
import { forgetLinks, leaveContactsSync } from './app/contacts/reset-contacts';
import { type ContactsRun, runContacts } from './app/contacts/run-contacts';
import { toContactsRunView } from './app/contacts/run-words';
import { saveContactsSetup } from './app/contacts/save-contacts';
import { type EditEvent, stampEdit } from './app/contacts/stamp-edit';
import { allViews, viewOf } from './app/connection-view';
import { buildDashboard } from './app/dashboard/build-dashboard';
import { readHistory as historyOf } from './app/history';
import { historyCsv } from './app/history-csv';
import { openHistoryTab } from './app/history-tab';
import { readHome } from './app/home';
import { drawMenu, redrawMenu, type OpenEvent } from './app/menu';
import { pauseSchedule } from './app/pause-schedule';
import { progressNow } from './app/progress';
import {
  readDraft,
  readFlag,
  readHistoryOwner,
  readId,
  readIds,
  readLanguage,
  readOptions,
  readText,
} from './app/read-input';
import { answerCall } from './app/remote/answer-call';
import { runAsked as runAskedNow } from './app/remote/run-asked';
import { closeToCalls, openToCalls, readRemoteView } from './app/remote/switch-remote';
import { dropConnection } from './app/remove-connection';
import type {
  AlertsView,
  ChoiceView,
  ConnectionView,
  ContactListView,
  ContactsRunOptions,
  ContactsRunView,
  ContactsSettings,
  ContactsView,
  Decision,
  Draft,
  HistoryRun,
  Home,
  JournalView,
  LabelView,
  Language,
  MailSettings,
  NewSecret,
  PlanView,
  Progress,
  RemoteView,
  Result,
  RunOptions,
  RunView,
  WebhookDraft,
  WebhookTest,
} from './app/rpc';
import { storeConnection } from './app/save-connection';
import { endingsOf, renewKey } from './app/secrets';
import { showSidebar } from './app/sidebar';
import { editSlot, historyOfSlot, syncSlot } from './app/slots';
import { continueRun, endRun, runConnections } from './app/sync';
import { relabelFromMenu, showFailure, syncFromMenu } from './app/sync-menu';
import { testDraft } from './app/test-draft';
import { continueContactsSoon, continueSoon } from './app/dispatch/continue-soon';
import { msLeft, withinAllowance } from './app/dispatch/allowance';
import { startTickingAnew } from './app/dispatch/ticking';
import { tick } from './app/dispatch/tick';
import { exportText, importText } from './app/transfer';
import { switchLanguage } from './app/words';

// Every function that Google calls by its name. First what Google itself calls.

export function onOpen(event: OpenEvent): void {
  drawMenu(event);
}

export function onInstall(event: OpenEvent): void {
  drawMenu(event);
}

export function continueSync(): RunView | null {
  return attemptUnseen(continueSoon);
}

export function hourlyTick(): RunView | null {
  return attemptUnseen(tick);
}

export function onEdit(event: EditEvent): void {
  stampEdit(event);
}

export function syncEdited(event: EditEvent): ContactsRun | null {
  return attemptUnseen(() => withinAllowance(() => pushEdited(event)));
}

export function continueContacts(): ContactsRun | null {
  return attemptUnseen(continueContactsSoon);
}

export function runAsked(): RunView | null {
  return attemptUnseen(() => withinAllowance((allowance) => (msLeft(allowance) > 0 ? runAskedNow() : null)));
}

export function doGet(event: unknown): GoogleAppsScript.Content.TextOutput {
  return answerCall('GET', event);
}

export function doPost(event: unknown): GoogleAppsScript.Content.TextOutput {
  return answerCall('POST', event);
}

// The menu.

export function openSidebar(): void {
  showSidebar({ name: 'connections' });
}

export function openSettings(): void {
  showSidebar({ name: 'settings' });
}

export function openHistory(): void {
  showSidebar({ name: 'history' });
}

export function openDashboard(): void {
  showFailure(attempt(buildDashboard));
}

export function openHelp(): void {
  showSidebar({ name: 'help' });
}

export function syncNow(): void {
  syncFromMenu();
}

export function relabelNow(): void {
  relabelFromMenu();
}

export function openContactsView(): void {
  showSidebar({ name: 'contacts' });
}

export function syncContactsNow(): void {
  syncContactsFromMenu();
}

export function pushSelectedRows(): void {
  pushFromMenu();
}

export function putBackValues(): void {
  putBackFromMenu();
}

// The menu of each connection, by its place in the list.

export const syncConnection1 = syncSlot(1);
export const syncConnection2 = syncSlot(2);
export const syncConnection3 = syncSlot(3);
export const syncConnection4 = syncSlot(4);
export const syncConnection5 = syncSlot(5);
export const syncConnection6 = syncSlot(6);
export const syncConnection7 = syncSlot(7);
export const syncConnection8 = syncSlot(8);
export const syncConnection9 = syncSlot(9);

export const editConnection1 = editSlot(1);
export const editConnection2 = editSlot(2);
export const editConnection3 = editSlot(3);
export const editConnection4 = editSlot(4);
export const editConnection5 = editSlot(5);
export const editConnection6 = editSlot(6);
export const editConnection7 = editSlot(7);
export const editConnection8 = editSlot(8);
export const editConnection9 = editSlot(9);

export const openHistory1 = historyOfSlot(1);
export const openHistory2 = historyOfSlot(2);
export const openHistory3 = historyOfSlot(3);
export const openHistory4 = historyOfSlot(4);
export const openHistory5 = historyOfSlot(5);
export const openHistory6 = historyOfSlot(6);
export const openHistory7 = historyOfSlot(7);
export const openHistory8 = historyOfSlot(8);
export const openHistory9 = historyOfSlot(9);

// Pages and the command line: the calls of `rpc.ts`.

export function openHome(language?: Language): Result<Home> {
  return attempt(() => readHome(language === undefined ? undefined : readLanguage(language)));
}

export function chooseLanguage(language: Language): Result<Home> {
  return attempt(() => {
    switchLanguage(readLanguage(language));
    redrawMenu();
    return readHome(language);
  });
}

export function listConnections(): Result<readonly ConnectionView[]> {
  return attempt(allViews);
}

export function testConnection(draft: Draft): Result<string> {
  return attempt(() => testDraft(readDraft(draft)));
}

export function saveConnection(draft: Draft): Result<ConnectionView> {
  return attempt(() => {
    const connection = storeConnection(readDraft(draft));
    redrawMenu();
    return viewOf(connection);
  });
}

export function readEndings(id: string): Result<Readonly<Record<string, string>>> {
  return attempt(() => endingsOf(readId(id)));
}

export function pauseConnection(id: string, isPaused: boolean): Result<ConnectionView> {
  return attempt(() => viewOf(pauseSchedule(readId(id), readFlag(isPaused))));
}

export function reviveSyncs(): Result<Home> {
  return attempt(() => {
    startTickingAnew();
    return readHome();
  });
}

export function removeConnection(id: string, tabs: 'keep' | 'delete'): Result<null> {
  return attempt(() => {
    dropConnection(readId(id), tabs === 'delete');
    redrawMenu();
    return null;
  });
}

export function runNow(ids?: readonly string[], options?: RunOptions): Result<RunView> {
  return attempt(() => runConnections(readIds(ids), readOptions(options)));
}

export function continueNow(): Result<RunView> {
  return attempt(continueRun);
}

export function stopRun(): Result<null> {
  return attempt(endRun);
}

export function readProgress(): Result<Progress | null> {
  return attempt(progressNow);
}

export function readHistory(connection: string | null): Result<readonly HistoryRun[]> {
  return attempt(() => historyOf(readHistoryOwner(connection)));
}

export function showHistoryTab(): Result<null> {
  return attempt(openHistoryTab);
}

export function exportHistory(): Result<string> {
  return attempt(historyCsv);
}

export function showDashboard(): Result<null> {
  return attempt(buildDashboard);
}

export function exportConnections(): Result<string> {
  return attempt(exportText);
}

export function importConnections(text: string): Result<Home> {
  return attempt(() => {
    importText(readText(text));
    redrawMenu();
    return readHome();
  });
}

export function rotateKey(): Result<null> {
  return attempt(renewKey);
}

export function openRemote(): Result<RemoteView> {
  return attempt(readRemoteView);
}

export function switchRemote(isOn: boolean): Result<RemoteView> {
  return attempt(() => (readFlag(isOn) ? openToCalls() : closeToCalls()));
}

export function rotateRemote(): Result<RemoteView> {
  return attempt(openToCalls);
}

// The same for the contacts: the calls of `contacts-rpc.ts`.

export function openContacts(): Result<ContactsView> {
  return attempt(readContactsView);
}

export function listLabels(): Result<readonly LabelView[]> {
  return attempt(readLabelViews);
}

export function saveContacts(draft: ContactsSettings): Result<ContactsView> {
  return attempt(() => {
    saveContactsSetup(readContactsSettings(draft));
    return readContactsView();
  });
}

export function previewContacts(): Result<PlanView> {
  return attempt(previewPlan);
}

export function syncContacts(options?: ContactsRunOptions): Result<ContactsRunView> {
  return attempt(() => toContactsRunView(runContacts(readContactsOptions(options))));
}

export function pushSelection(): Result<ContactsRunView> {
  return attempt(() => toContactsRunView(pushSelected()));
}

export function listContacts(search: string): Result<ContactListView> {
  return attempt(() => findContacts(readWords(search)));
}

export function pullContacts(refs: readonly string[]): Result<ContactsRunView> {
  return attempt(() => toContactsRunView(runContacts({ pulled: new Set(readRefs(refs)) })));
}

export function readChoices(): Result<readonly ChoiceView[]> {
  return attempt(readChoiceViews);
}

export function decideChoices(decisions: readonly Decision[]): Result<ContactsRunView> {
  return attempt(() => toContactsRunView(carryOut(readDecisions(decisions))));
}

export function readJournal(): Result<readonly JournalView[]> {
  return attempt(readJournalViews);
}

export function restoreValue(id: string): Result<string> {
  return attempt(() => putBack(readWords(id)));
}

export function resetContacts(): Result<ContactsView> {
  return attempt(() => {
    forgetLinks();
    return readContactsView();
  });
}

export function leaveContacts(): Result<ContactsView> {
  return attempt(() => {
    leaveContactsSync();
    return readContactsView();
  });
}

// The same for mails and webhooks: the calls of `alerts-rpc.ts`.

export function openAlerts(): Result<AlertsView> {
  return attempt(readAlertsView);
}

export function saveAlerts(mails: MailSettings): Result<AlertsView> {
  return attempt(() => {
    writeAlertSettings(readMailSettings(mails));
    return readAlertsView();
  });
}

export function addWebhook(draft: WebhookDraft): Result<NewSecret> {
  return attempt(() => ({ ...makeWebhook(readWebhookDraft(draft)), alerts: readAlertsView() }));
}

export function switchWebhook(id: string, isOn: boolean): Result<AlertsView> {
  return attempt(() => {
    turnWebhook(readId(id), readFlag(isOn));
    return readAlertsView();
  });
}

export function rotateWebhook(id: string): Result<NewSecret> {
  return attempt(() => ({ ...renewWebhookSecret(readId(id)), alerts: readAlertsView() }));
}

export function testWebhook(id: string): Result<WebhookTest> {
  return attempt(() => ({ ...tryWebhook(readId(id)), alerts: readAlertsView() }));
}

export function removeWebhook(id: string): Result<AlertsView> {
  return attempt(() => {
    dropWebhook(readId(id));
    return readAlertsView();
  });
}
