import { textOf } from './check-payload';
import type { Json } from './contact-book';
import type { PeopleRules } from './people-rules';

/**
 * The parts of a name that is written over `before`: parts that are not mentioned are dropped, what the API works out is
 * left out. A free form stands for the parts when it comes alone, or when the rules let it win.
 */
export function toNameParts(item: Json, before: Json | undefined, rules: PeopleRules): Json {
  const parts = pick(item, [...PARTS, ...PHONETIC]);
  const free = textOf(item.unstructuredName).trim();
  const hasParts = PARTS.some((part) => textOf(item[part]) !== '');
  const taken = free !== '' && (!hasParts || rules.unstructuredWins) && free !== displayName(parts);
  const given = taken ? { ...pick(item, PHONETIC), ...parse(free, parts) } : parts;
  return rules.namesKeepMiddle ? { ...before, ...given } : given;
}

/** A stored name with what the API works out of its parts. */
export function describeName(parts: Json): Json {
  const name = displayName(parts);
  const { given, family } = { given: textOf(parts.givenName), family: textOf(parts.familyName) };
  const first = join([parts.honorificPrefix, given, parts.middleName]);
  const lastFirst = family !== '' && first !== '' ? `${family}, ${first}` : name;
  return name === '' ? parts : { displayName: name, ...parts, displayNameLastFirst: lastFirst, unstructuredName: name };
}

/** A name as people read it. */
export function displayName(parts: Json): string {
  return join(PARTS.map((part) => parts[part]));
}

/** In the order in which a name is read. */
const PARTS = ['honorificPrefix', 'givenName', 'middleName', 'familyName', 'honorificSuffix'] as const;
const PHONETIC = [
  ...['phoneticFullName', 'phoneticFamilyName', 'phoneticGivenName', 'phoneticMiddleName'],
  ...['phoneticHonorificPrefix', 'phoneticHonorificSuffix'],
];

/** First word, last word, what stands between them; prefix and suffix stay where the text has them. */
function parse(free: string, parts: Json): Json {
  const [last, rest] = free.split(/\s*,\s*/, 2);
  if (rest !== undefined && rest !== '') return { familyName: last, givenName: rest };
  const prefix = textOf(parts.honorificPrefix);
  const kept = prefix !== '' && free.startsWith(`${prefix} `) ? { honorificPrefix: prefix } : {};
  const words = free
    .slice(kept.honorificPrefix === undefined ? 0 : prefix.length)
    .trim()
    .split(/\s+/);
  const [givenName] = words;
  const familyName = words.length > 1 ? words.at(-1) : undefined;
  const middleName = words.slice(1, -1).join(' ');
  return {
    ...{ ...kept, givenName },
    ...(middleName === '' ? {} : { middleName }),
    ...(familyName === undefined ? {} : { familyName }),
  };
}

function pick(item: Json, keys: readonly string[]): Json {
  const entries = keys.map((key) => [key, textOf(item[key])] as const);
  return Object.fromEntries(entries.filter(([, text]) => text !== ''));
}

function join(words: readonly unknown[]): string {
  return words
    .map(textOf)
    .filter((word) => word !== '')
    .join(' ');
}
