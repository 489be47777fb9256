import type { Consents } from './consents';
import type { AuthMode } from './host';

/**
 * Google's refusal when the authorisation mode or the manifest's scopes do not allow a call; null when it may take place.
 * Sources: developers.google.com, "Editor add-on authorization" (table of modes) and "Simple triggers" (restrictions).
 */
export function refusalOf(method: string, mode: AuthMode, scopes: readonly string[] | null): string | null {
  const needed = scopeOf(method);
  if (mode === 'NONE' && method.startsWith('PropertiesService.')) return refusal(method, PROPERTIES_SCOPE);
  if (needed === undefined) return null;
  const isUrlFetchInCell = mode === 'CUSTOM_FUNCTION' && method.startsWith('UrlFetchApp.');
  if (mode !== 'FULL' && !isUrlFetchInCell) return refusal(method, needed[0] ?? '');
  // The People API itself refuses a missing scope, with an exception of its own.
  if (scopes && !method.startsWith('People.') && !needed.some((scope) => scopes.includes(scope))) {
    return `Specified permissions are not sufficient to call ${method}. Required permissions: ${needed.join(' || ')}`;
  }
  return null;
}

/**
 * What a script hears that may do nothing in someone's name any more: before it starts, or in an add-on's trigger at the
 * first call that needs leave (developers.google.com, Troubleshooting; Triggers for editor add-ons).
 */
export const AUTHORIZATION_REQUIRED = 'Authorization is required to perform that action.';

/** Whether a call needs someone's leave, whatever the scope; those to the open spreadsheet too. */
export function needsLeave(method: string): boolean {
  return scopeOf(method) !== undefined || /^(SpreadsheetApp\.getActive\w*|Session\.get\w+User)$/.test(method);
}

/**
 * The scopes of the manifest that a person granted; null when it names none, and Google finds them by reading the code.
 */
export function grantedScopes(
  { scopes }: { readonly scopes: readonly string[] | null },
  { consents }: { readonly consents: Consents },
  email: string,
): readonly string[] | null {
  return scopes?.filter((scope) => !consents.refuses(email, scope)) ?? null;
}

const AUTH = 'https://www.googleapis.com/auth/';
const PROPERTIES_SCOPE = AUTH + 'script.storage';
const DRIVE = [AUTH + 'drive', AUTH + 'drive.file'];

/** Calls that need the user's consent: any one of the scopes is enough. */
const SCOPES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^UrlFetchApp\.fetch/, [AUTH + 'script.external_request']],
  [/^ScriptApp\.(newTrigger|getProjectTriggers|getUserTriggers|deleteTrigger)$/, [AUTH + 'script.scriptapp']],
  [/^MailApp\./, [AUTH + 'script.send_mail']],
  [/^DriveApp\./, DRIVE],
  [/^(SpreadsheetApp\.(openById|openByUrl|create)|Sheets\..*)$/, [AUTH + 'spreadsheets']],
  [/^People\./, [AUTH + 'contacts', AUTH + 'contacts.readonly']],
  [/^Ui\.show/, [AUTH + 'script.container.ui']],
];

function scopeOf(method: string): readonly string[] | undefined {
  return SCOPES.find(([pattern]) => pattern.test(method))?.[1];
}

function refusal(method: string, permissions: string): string {
  return `You do not have permission to call ${method}. Required permissions: ${permissions}`;
}
