import { parsePhoneNumberFromString, type CountryCode, type PhoneNumber } from 'libphonenumber-js/core';
import { phoneMetadata } from './phone-metadata';

/**
 * What tells whether two phone numbers are the same: E.164 where a number is valid, read as one of France or else of its
 * overseas territories; else its digits and `+`, or the text itself where it has no digit.
 */
export function phoneKey(text: string): string {
  const number = parsePhone(text);
  if (number) return number.number;
  const plain = toPlain(text).replace(/^00(?=[1-9])/, '+');
  const digits = plain.replace(/(?!^)\+|[^\d+]/g, '');
  return /\d/.test(digits) ? digits : plain.toLowerCase();
}

/** A number that can be dialled as it stands: one that lost its first zero to a spreadsheet gets it back. */
export function toDialable(text: string): string {
  const number = /^[1-9]\d*$/.test(text.trim()) ? parsePhone(text) : undefined;
  return number ? number.formatNational() : text;
}

/** Their numbers follow France's plan, and are typed without a country code there. */
const TERRITORIES: readonly CountryCode[] = ['RE', 'GP', 'MQ', 'GF', 'YT', 'PM', 'NC', 'PF', 'WF', 'BL', 'MF'];

/** Only a valid number: nine digits of a French one would pass for possible. */
function parsePhone(text: string): PhoneNumber | undefined {
  const plain = toPlain(text).replace(/^tel\s*:\s*/i, '');
  if (plain.length < 6 || !/\d/.test(plain)) return undefined;
  for (const country of ['FR' as const, ...TERRITORIES]) {
    const number = parsePhoneNumberFromString(plain, country, phoneMetadata());
    if (number?.isValid() && !number.ext) return number;
  }
  return undefined;
}

/** Full-width digits, no-break spaces and marks that nobody sees become what they stand for. */
function toPlain(text: string): string {
  return text.normalize('NFKC').replace(INVISIBLE, '').replace(/\s+/g, ' ').trim();
}

const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;
