import type { Words } from '../../core/model';
import { say } from '../words';
import { composeMail } from './compose-mail';
import { postMail } from './post-mail';

/**
 * Writes to people about something that is no failure of a connection, in the language of whoever runs the script; a link to the
 * spreadsheet is added. False when it could not be sent.
 */
export function mailPerson(to: readonly string[], subject: Words, paragraphs: readonly Words[]): boolean {
  return postMail(composeMail(to, say(subject), paragraphs.map(say)));
}
