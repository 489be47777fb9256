/**
 * Makes Google call the top-level function `handler` in `ms` milliseconds or later, and from then on every hour until
 * `stopCalling`: an execution may die before it can plan another, or find the day's trigger time spent. Takes the place
 * of earlier plans for it. Throws what Google throws, such as in a published add-on, which may have hourly triggers only
 * (developers.google.com, Editor add-on triggers).
 */
export function callUntilStopped(handler: string, ms: number): void {
  const earlier = ownTriggers(handler);
  ScriptApp.newTrigger(handler).timeBased().after(ms).create();
  ScriptApp.newTrigger(handler).timeBased().everyHours(1).create();
  // Only now, so that an execution killed here leaves one trigger too many and not none.
  deleteAll(earlier);
}

/** Makes Google call the top-level function `handler` every hour, for the person who runs the script. */
export function callHourly(handler: string): void {
  if (ownTriggers(handler).length === 0) ScriptApp.newTrigger(handler).timeBased().everyHours(1).create();
}

/** Makes Google call the top-level function `handler` after each edit of the spreadsheet, for the person who runs the script. */
export function callOnEdit(handler: string): void {
  if (ownTriggers(handler).length > 0) return;
  ScriptApp.newTrigger(handler).forSpreadsheet(SpreadsheetApp.getActiveSpreadsheet()).onEdit().create();
}

/** Removes the triggers of `handler` that the person who runs the script owns, those that have fired included. */
export function stopCalling(handler: string): void {
  deleteAll(ownTriggers(handler));
}

/** Whether the person who runs the script owns a trigger of `handler`, one that has fired included. */
export function isCalled(handler: string): boolean {
  return ownTriggers(handler).length > 0;
}

function ownTriggers(handler: string): GoogleAppsScript.Script.Trigger[] {
  return ScriptApp.getProjectTriggers().filter((trigger) => trigger.getHandlerFunction() === handler);
}

function deleteAll(triggers: readonly GoogleAppsScript.Script.Trigger[]): void {
  for (const trigger of triggers) ScriptApp.deleteTrigger(trigger);
}
