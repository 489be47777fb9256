import { log } from '../../platform/log';
import { sendMail } from '../../platform/mail';
import { mailsLeft } from '../../platform/mails-left';
import { redactSeen } from '../secrets';
import type { Mail } from './compose-mail';

/**
 * Sends a mail as the person who runs the script; whether it went out to anybody. It does not when hardly any of the mails are left
 * that Google grants the person each day: the last ones are for what they write themselves with other scripts.
 */
export function postMail({ to, subject, body }: Mail): boolean {
  if (to.length === 0 || mailsLeft() - to.length < RESERVE) return false;
  if (tryToSend(to, subject, body)) return true;
  // One address that Google does not take shall not keep it from the others.
  return to.length > 1 && to.map((address) => tryToSend([address], subject, body)).includes(true);
}

/** Each recipient counts as one mail (developers.google.com, Quotas for Google Services). */
const RESERVE = 10;

function tryToSend(to: readonly string[], subject: string, body: string): boolean {
  try {
    sendMail(to, subject, body);
    return true;
  } catch (error) {
    log(redactSeen(`A mail was not sent: ${String(error)}`));
    return false;
  }
}
