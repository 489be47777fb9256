/** The answer of a web app as JSON. Google allows it no status and no headers (developers.google.com, "Content service"). */
export function answerJson(answer: object): GoogleAppsScript.Content.TextOutput {
  return ContentService.createTextOutput(JSON.stringify(answer)).setMimeType(ContentService.MimeType.JSON);
}

/** The address at which outsiders reach the script; null while it is not deployed as a web app. */
export function webAppUrl(): string | null {
  // Null or blank without a deployment, although Google's types do not say so; `/dev` asks for an editor's sign-in.
  const url = ScriptApp.getService().getUrl() as string | null;
  return url === null || url === '' || url.endsWith('/dev') ? null : url;
}
