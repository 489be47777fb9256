import { SettingsError } from '../core/errors';
import { boundSpreadsheetId } from '../platform/spreadsheet';
import type { Connection } from './connections';
import type { Draft } from './rpc';
import { toSpreadsheetId } from './spreadsheet-id';

/** Where a connection's rows go: absent, in this spreadsheet, in tabs that are called as their streams. */
export type Place = Pick<Connection, 'spreadsheet' | 'tabs'>;

/** Where a draft wants its rows. Throws `SettingsError` for `spreadsheet` or `tabs` when nothing can be called so. */
export function placeOf(draft: Pick<Draft, 'spreadsheet' | 'tabs'>, old: Place | null): Place {
  const spreadsheet = draft.spreadsheet === undefined ? old?.spreadsheet : readSpreadsheet(draft.spreadsheet);
  const tabs = draft.tabs === undefined ? old?.tabs : readTabs(draft.tabs);
  return { ...(spreadsheet === undefined ? {} : { spreadsheet }), ...(tabs === undefined ? {} : { tabs }) };
}

/** The longest name that Google gives a tab. */
const LONGEST_NAME = 100;

function readSpreadsheet(typed: string): string | undefined {
  if (typed.trim() === '') return undefined;
  const id = toSpreadsheetId(typed);
  if (id === null) {
    throw new SettingsError('spreadsheet', `${typed} is no spreadsheet's address or id`, {
      fr: `« ${typed} » n’est pas l’adresse d’une feuille de calcul Google. Ouvrez-la et copiez son adresse : https://docs.google.com/spreadsheets/d/…`,
      en: `“${typed}” is not the address of a Google spreadsheet. Open it and copy its address: https://docs.google.com/spreadsheets/d/…`,
    });
  }
  return id === boundSpreadsheetId() ? undefined : id;
}

function readTabs(typed: Readonly<Record<string, string>>): Place['tabs'] {
  const tabs: Record<string, string> = {};
  for (const [stream, text] of Object.entries(typed)) {
    const name = text.trim();
    if (name.length > LONGEST_NAME) throw longName(name);
    if (name !== '') tabs[stream] = name;
  }
  return Object.keys(tabs).length === 0 ? undefined : tabs;
}

function longName(name: string): SettingsError {
  return new SettingsError('tabs', `A tab name of ${name.length} characters`, {
    fr: `Le nom d’un onglet compte ${LONGEST_NAME} caractères au plus ; celui-ci en a ${name.length}.`,
    en: `The name of a tab has at most ${LONGEST_NAME} characters; this one has ${name.length}.`,
  });
}
