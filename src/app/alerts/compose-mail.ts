import { boundSpreadsheetId } from '../../platform/spreadsheet';
import { redactSeen } from '../secrets';
import { say } from '../words';
import { isMailAddress } from './mail-address';
import { toLine } from './plain-text';

/** A mail as it is sent: plain text. */
export interface Mail {
  readonly to: readonly string[];
  readonly subject: string;
  readonly body: string;
}

/**
 * A mail of these paragraphs and a link to the spreadsheet. Texts may come from anywhere: they lose secrets, control characters and
 * what is too long; addresses that are none, and repeated ones, are left out.
 */
export function composeMail(to: readonly string[], subject: string, paragraphs: readonly string[]): Mail {
  const clean = (text: string, longest: number): string => toLine(redactSeen(text), longest);
  const texts = paragraphs.slice(0, MOST_PARAGRAPHS).map((text) => clean(text, LONGEST_PARAGRAPH));
  const link = say({ fr: 'La feuille de calcul : ', en: 'The spreadsheet: ' }) + spreadsheetUrl();
  return {
    to: [...new Set(to.filter(isMailAddress))],
    subject: clean(subject, LONGEST_SUBJECT),
    body: [...texts, link, say(FROM)].filter((text) => text !== '').join('\n\n'),
  };
}

/** The address of the spreadsheet that this script belongs to. */
export function spreadsheetUrl(): string {
  return `https://docs.google.com/spreadsheets/d/${boundSpreadsheetId()}/edit`;
}

const FROM = {
  fr: 'Ce message vient de Sync. Pour choisir qui le reçoit : menu Sync > Réglages, dans la feuille.',
  en: 'This message comes from Sync. To choose who gets it: menu Sync > Settings, in the spreadsheet.',
};

const MOST_PARAGRAPHS = 60;
const LONGEST_PARAGRAPH = 1000;
const LONGEST_SUBJECT = 150;
