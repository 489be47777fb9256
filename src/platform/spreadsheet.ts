import { SettingsError } from '../core/errors';
import { userEmail } from './session';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** The id of the spreadsheet that this script belongs to. */
export function boundSpreadsheetId(): string {
  return SpreadsheetApp.getActiveSpreadsheet().getId();
}

/**
 * The spreadsheet of that id. Throws `SettingsError` for `spreadsheet` when the person who runs the script cannot open it
 * or may not write into it: a mark that nobody sees is set and taken away again, as Google tells nobody beforehand.
 */
export function openSpreadsheet(id: string): Spreadsheet {
  const spreadsheet = translating(() => SpreadsheetApp.openById(id), noAccess);
  translating(() => {
    spreadsheet.addDeveloperMetadata(PROBE, SpreadsheetApp.DeveloperMetadataVisibility.PROJECT);
    const marks = spreadsheet.createDeveloperMetadataFinder().withKey(PROBE).find();
    for (const mark of marks) mark.remove();
    // Google keeps writes to itself for a while, and their refusal with them.
    SpreadsheetApp.flush();
  }, viewOnly);
  return spreadsheet;
}

const PROBE = 'sync.probe';

function translating<T>(work: () => T, toError: (text: string) => SettingsError): T {
  try {
    return work();
  } catch (error) {
    throw toError(error instanceof Error ? error.message : String(error));
  }
}

function noAccess(text: string): SettingsError {
  const who = userEmail();
  return new SettingsError('spreadsheet', `The spreadsheet cannot be opened: ${text}`, {
    fr: `Google n’ouvre pas cette feuille de calcul à ${who}. Vérifiez l’adresse, ou demandez à son propriétaire de la partager avec ${who} comme éditeur. Réponse de Google : « ${text} »`,
    en: `Google does not open this spreadsheet to ${who}. Check the address, or ask its owner to share it with ${who} as an editor. Google’s answer: “${text}”`,
  });
}

function viewOnly(text: string): SettingsError {
  const who = userEmail();
  return new SettingsError('spreadsheet', `The spreadsheet cannot be written to: ${text}`, {
    fr: `${who} peut lire cette feuille de calcul mais pas y écrire. Demandez à son propriétaire de la partager avec ${who} comme éditeur. Réponse de Google : « ${text} »`,
    en: `${who} may read this spreadsheet but not write into it. Ask its owner to share it with ${who} as an editor. Google’s answer: “${text}”`,
  });
}
