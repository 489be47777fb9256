import { cycle } from '../cycle';
import { hostileTexts } from '../hostile-texts';
import type { Json } from '../json';
import type { Random } from '../random';
import { DAY, toIso, type Account } from './account';
import { customFieldAt, optionValue } from './custom-fields';
import { idOf } from './ids';

/**
 * What stands in the number-th custom field of a ticket. Fields that only the other form asks for are null, and so are those
 * that were made after the start.
 */
export function customValue(account: Account, number: number, ticket: number, chance: Random): Json {
  if (number > account.customFields) return null;
  if (number === account.customFields) return ticket % 2 === 0 ? 'valeur d’avant' : null;
  if (number >= 8 && number % 2 === ticket % 2) return null;
  const { type } = customFieldAt(number);
  const isEmpty = chance.chance(0.2);
  return isEmpty ? (EMPTY[type] ?? null) : filled(account, type, number, ticket, chance);
}

const EMPTY: Readonly<Record<string, Json>> = { checkbox: false, multiselect: [] };

function filled(account: Account, type: string, number: number, ticket: number, chance: Random): Json {
  switch (type) {
    case 'checkbox':
      return chance.chance(0.5);
    case 'tagger':
      return optionValue(number, ticket % 23 === 7 ? 'ancienne' : chance.int(0, 4));
    case 'multiselect':
      return several(chance, (at) => optionValue(number, ticket % 23 === 7 && at === 0 ? 'ancienne' : at));
    case 'date':
      return toIso(account.today - chance.int(0, 400) * DAY).slice(0, 10);
    case 'integer':
      return chance.int(0, 500);
    case 'decimal':
      return cycle(['12.50', '0.1', '-3.0', '1234567.891', '007.5'], chance.int(0, 4));
    case 'regexp':
      return cycle(['01000', '75011', '2A004'], chance.int(0, 2));
    case 'partialcreditcard':
      return `XXXXXXXXXXXX${chance.digits(4)}`;
    case 'lookup':
      return String(idOf.user(chance.int(0, account.users - 1)));
    case 'multi_lookup':
      return several(chance, (at) => String(idOf.user(at % account.users)));
    case 'textarea':
      return `${cycle(hostileTexts, ticket)}\n${cycle(hostileTexts, ticket + 11)}`;
    default:
      return cycle(hostileTexts, ticket + number);
  }
}

/** One to three in a row, so that none comes twice. */
function several(chance: Random, at: (option: number) => string): readonly string[] {
  const first = chance.int(0, 2);
  return Array.from({ length: chance.int(1, 3) }, (_, more) => at(first + more));
}
