/** Sends a mail in plain text as the person who runs the script, to one address at least. Throws what Google throws. */
export function sendMail(to: readonly string[], subject: string, body: string): void {
  MailApp.sendEmail({ to: to.join(','), subject, body, name: 'Sync' });
}
