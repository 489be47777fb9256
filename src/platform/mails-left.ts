/** How many mails Google still sends for this person today; 0 where it may send none. */
export function mailsLeft(): number {
  try {
    return MailApp.getRemainingDailyQuota();
  } catch {
    // The person has not granted the permission.
    return 0;
  }
}
