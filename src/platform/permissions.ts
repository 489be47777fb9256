/** What the person who runs the script has not granted. */
export interface Permissions {
  /** Scopes that are granted, where Google says. */
  readonly granted: readonly string[];
  /** Where the person can grant the rest; null where Google does not say. */
  readonly url: string | null;
}

/**
 * Null when the person has granted all that the manifest asks. A trigger goes on firing without it, and dies at the first call that
 * needs it (developers.google.com, Editor add-on triggers).
 */
export function missingPermissions(): Permissions | null {
  const info = ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL) as Info;
  if (info.getAuthorizationStatus() !== ScriptApp.AuthorizationStatus.REQUIRED) return null;
  // Since 2025-01; absent from the published types.
  return { granted: info.getAuthorizedScopes?.() ?? [], url: info.getAuthorizationUrl() };
}

interface Info extends GoogleAppsScript.Script.AuthorizationInfo {
  getAuthorizedScopes?(): string[];
}
