/** What `ScriptApp.getOAuthToken` gives: proof for Google's APIs of who runs the script and what it may do. */
export const OAUTH_TOKEN = 'ya29.local-apps-script';
