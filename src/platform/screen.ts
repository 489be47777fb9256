/** A line of a menu: what it says and the top-level function it calls, a line between, or a menu within. */
export type MenuItem = { readonly label: string; readonly handler: string } | 'separator' | Submenu;

export interface Submenu {
  readonly label: string;
  readonly items: readonly MenuItem[];
}

/** Puts a menu into the menu bar; one of the same name is replaced. Does nothing where nobody looks. */
export function showMenu(menu: Submenu): void {
  const ui = findUi();
  if (ui) build(ui, menu).addToUi();
}

/** A note in the corner that goes away after `seconds`. */
export function toast(text: string, title: string, seconds: number): void {
  SpreadsheetApp.getActive().toast(text, title, seconds);
}

/** Shows a text until the user has read it. Does nothing where nobody looks. */
export function alert(title: string, text: string): void {
  const ui = findUi();
  ui?.alert(title, text, ui.ButtonSet.OK);
}

/**
 * Opens a page of the project in the sidebar; `variables` are what its scriptlets print. Does nothing where nobody looks.
 */
export function showPage(file: string, title: string, variables: Readonly<Record<string, string>>): void {
  const ui = findUi();
  const template = HtmlService.createTemplateFromFile(file);
  ui?.showSidebar(Object.assign(template, variables).evaluate().setTitle(title));
}

/** Brings a tab to the front. */
export function showTab(id: number): void {
  SpreadsheetApp.getActive()
    .getSheets()
    .find((sheet) => sheet.getSheetId() === id)
    ?.activate();
}

function build(ui: GoogleAppsScript.Base.Ui, { label, items }: Submenu): GoogleAppsScript.Base.Menu {
  const menu = ui.createMenu(label);
  for (const item of items) {
    if (item === 'separator') menu.addSeparator();
    else if ('items' in item) menu.addSubMenu(build(ui, item));
    else menu.addItem(item.label, item.handler);
  }
  return menu;
}

/** `getUi` throws in an execution that a trigger started (developers.google.com, SpreadsheetApp.getUi). */
function findUi(): GoogleAppsScript.Base.Ui | null {
  try {
    return SpreadsheetApp.getUi();
  } catch {
    return null;
  }
}
