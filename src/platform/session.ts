/** The address of the person the script runs for: who clicked, or who made the trigger. */
export function userEmail(): string {
  return Session.getEffectiveUser().getEmail();
}

/** The user's language, such as `fr` or `en_GB`. */
export function userLocale(): string {
  return Session.getActiveUserLocale();
}

/** The time zone of the spreadsheet that this script belongs to: an IANA name. */
export function timeZone(): string {
  return SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone();
}
