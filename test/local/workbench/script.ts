/** A script for the workbench: what the tests need to see. */
export const SCRIPT = `
const user = () => PropertiesService.getUserProperties();
const shared = () => PropertiesService.getScriptProperties();

function onOpen() {
  const isFrench = Session.getActiveUserLocale() === 'fr';
  const menu = SpreadsheetApp.getUi().createMenu(isFrench ? 'Essai' : 'Trial');
  menu.addItem(isFrench ? 'Ouvrir' : 'Open', 'openSidebar').addToUi();
}
function onEdit(e) {
  if (e.range.getColumn() === 1) e.range.offset(0, 4).setValue(e.range.getA1Notation());
}
function openSidebar() {
  const html = '<!doctype html><html><head><title>Essai</title></head><body><p>' + Session.getActiveUser().getEmail() + '</p></body></html>';
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput(html).setTitle('Essai'));
}
function doGet(e) {
  if (e.pathInfo === 'page') return HtmlService.createHtmlOutput('<p>A page</p>');
  if (e.pathInfo === 'address') return text(ScriptApp.getService().getUrl());
  return text(JSON.stringify({ e: e, email: Session.getEffectiveUser().getEmail() }));
}
function doPost(e) { return text(e.postData.contents + e.postData.type) }
const text = (content) => ContentService.createTextOutput(content).setMimeType(ContentService.MimeType.JSON);
function mail() { MailApp.sendEmail({ to: 'paul@example.com', cc: 'eve@example.com', subject: 'Bonjour', body: 'Un texte' }) }
function addTab() { SpreadsheetApp.getActive().insertSheet() }
function draw() {
  const sheet = SpreadsheetApp.getActive().insertSheet();
  sheet.getRange('A1:B3').setValues([['Jour', 'Total'], ['lundi', 1.5], ['mardi', 2]]);
  sheet.getRange('A1').setFontWeight('bold').setFontSize(14).setBackground('#e8f0fe');
  sheet.getRange('A2').setFontColor('red').setHorizontalAlignment('right');
  sheet.getRange('C1').setFormula('=SPARKLINE(B2:B3)');
  sheet.setColumnWidth(3, 140);
  const chart = sheet.newChart().setChartType(Charts.ChartType.COLUMN).addRange(sheet.getRange('A1:B3'));
  sheet.insertChart(chart.setNumHeaders(1).setOption('title', 'Ventes').setPosition(5, 2, 0, 0).build());
}
function fails() { throw new TypeError('not today') }
function greet() { SpreadsheetApp.getActive().toast('Bonjour') }

function echo(value) { return value }
function keep(value) { user().setProperty('kept', value) }
function kept() { return user().getProperty('kept') }
function put(name) { shared().setProperty(name, 'yes') }
function waitFor(name) {
  while (shared().getProperty(name) === null) Utilities.sleep(0);
  return true;
}
function holdLock(calls) {
  const lock = LockService.getScriptLock();
  lock.waitLock(1);
  for (let i = 0; i < calls; i++) shared().getKeys();
  lock.releaseLock();
}
function takeLock() { return LockService.getScriptLock().tryLock(1) }
function takePart() {
  const parts = Number(shared().getProperty('parts')) + 1;
  shared().setProperty('parts', String(parts));
  if (parts > Number(shared().getProperty('most'))) shared().setProperty('most', String(parts));
  for (let i = 0; i < 120; i++) shared().getKeys();
  shared().setProperty('parts', String(Number(shared().getProperty('parts')) - 1));
}
function mostParts() { return Number(shared().getProperty('most')) }
function selected() { return SpreadsheetApp.getActiveRange().getA1Notation() }
function ask() {
  const response = UrlFetchApp.fetch('https://nobody.invalid/', { muteHttpExceptions: true });
  return [response.getResponseCode(), response.getHeaders()['Retry-After'] || null, response.getContentText()];
}
function plan(ms) {
  ScriptApp.getProjectTriggers().forEach((trigger) => ScriptApp.deleteTrigger(trigger));
  ScriptApp.newTrigger('keepTime').timeBased().after(ms).create();
}
function keepTime() {
  const times = Number((user().getProperty('kept') || '').replace('fired ', '')) + 1;
  user().setProperty('kept', 'fired ' + times);
}
`;
