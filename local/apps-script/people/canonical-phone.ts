import { parsePhoneNumberFromString } from 'libphonenumber-js';

/**
 * The E.164 form of a phone number that a French account has; null for one that cannot be parsed, which has no canonical
 * form in the API either.
 */
export function canonicalPhone(value: string): string | null {
  const known = parsed.get(value);
  if (known !== undefined) return known;
  const number = parsePhoneNumberFromString(value, { defaultCountry: 'FR', extract: false });
  const canonical = number?.isValid() ? number.number : null;
  if (parsed.size > MOST) parsed.clear();
  parsed.set(value, canonical);
  return canonical;
}

/** Lists of thousands are answered again and again. */
const parsed = new Map<string, string | null>();
const MOST = 50_000;
