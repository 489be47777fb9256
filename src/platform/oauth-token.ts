/** The bearer token for Google's own APIs, with the scopes that the user has granted to this script. */
export function oauthToken(): string {
  return ScriptApp.getOAuthToken();
}
