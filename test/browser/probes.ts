/** Functions added to the script, so that a test sees and prepares what no page of ours shows. */
export const PROBES = `
function readStores() {
  const stores = [PropertiesService.getScriptProperties(), PropertiesService.getDocumentProperties(), PropertiesService.getUserProperties()];
  return stores.map((store) => store.getProperties());
}
function readValues(address, name) {
  const file = address === '' ? SpreadsheetApp.getActive() : SpreadsheetApp.openByUrl(address);
  const sheet = file.getSheetByName(name);
  return sheet === null ? null : sheet.getDataRange().getDisplayValues();
}
function addSpreadsheet(name) { return SpreadsheetApp.create(name).getUrl() }
function startAfresh() {
  const file = SpreadsheetApp.getActive();
  const [first, ...others] = file.getSheets();
  first.showSheet();
  others.forEach((sheet) => file.deleteSheet(sheet));
  ScriptApp.getProjectTriggers().forEach((trigger) => ScriptApp.deleteTrigger(trigger));
  PropertiesService.getDocumentProperties().deleteAllProperties();
}
function deleteRows(name, row, count) { SpreadsheetApp.getActive().getSheetByName(name).deleteRows(row, count) }
function addLargeTab(name, rows) {
  const sheet = SpreadsheetApp.getActive().insertSheet(name);
  sheet.insertRowsAfter(1, rows - sheet.getMaxRows());
  sheet.getRange(1, 1, rows).setValues(Array.from({ length: rows }, (_, i) => ['ligne ' + (i + 1)]));
}
`;
