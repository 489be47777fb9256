import type { FormulaError, Outcome, Result } from './evaluate';

/** An argument, computed when it is asked for: IF computes one of its branches only. */
type Argument = () => Outcome;

/** The functions that the local spreadsheet computes; any other name is `#NAME?`. */
export const FUNCTIONS: Readonly<Record<string, (args: readonly Argument[]) => Outcome>> = {
  SUM: (args) => fold<number>(args, 0, (sum, value) => (typeof value === 'number' ? sum + value : sum)),
  COUNT: (args) => fold<number>(args, 0, (count, value) => (typeof value === 'number' ? count + 1 : count)),
  MAX: (args) => extreme(args, Math.max),
  MIN: (args) => extreme(args, Math.min),
  AVERAGE: (args) => {
    const numbers = cells(args).filter((value) => typeof value === 'number');
    return numbers.length === 0 ? { error: '#DIV/0!' } : numbers.reduce((a, b) => a + b, 0) / numbers.length;
  },
  COUNTA: (args) => cells(args).filter((value) => value !== '').length,
  COUNTIF: ([range, criterion]) => {
    if (!range || !criterion) return { error: '#N/A' };
    const matches = toTest(first(criterion()));
    return cells([range]).filter(matches).length;
  },
  IF: ([test, yes, no]) => {
    if (!test) return { error: '#N/A' };
    const value = first(test());
    if (isError(value)) return value;
    return (isTrue(value) ? yes : no)?.() ?? isTrue(value);
  },
  AND: (args) => cells(args).every(isTrue),
  OR: (args) => cells(args).some(isTrue),
  NOT: ([arg]) => (arg ? !isTrue(first(arg())) : { error: '#N/A' }),
  LEN: ([text]) => onText(text, (value) => value.length),
  UPPER: ([text]) => onText(text, (value) => value.toUpperCase()),
  LOWER: ([text]) => onText(text, (value) => value.toLowerCase()),
  TRIM: ([text]) => onText(text, (value) => value.trim().replace(/\s+/g, ' ')),
  CONCATENATE: (args) => fold<string>(args, '', (all, value) => all + text(value)),
  ROUND: ([number, places]) => {
    const value = number ? first(number()) : '';
    const digits = places ? first(places()) : 0;
    if (typeof value !== 'number' || typeof digits !== 'number') return { error: '#VALUE!' };
    return (Math.sign(value) * Math.round(Math.abs(value) * 10 ** digits)) / 10 ** digits;
  },
  HYPERLINK: ([url, label]) => (label ?? url)?.() ?? { error: '#N/A' },
  // Its value next to the picture is documented nowhere.
  SPARKLINE: (args) => (args.length === 0 ? { error: '#N/A' } : (cells(args).find(isError) ?? '')),
  IFERROR: ([value, otherwise]) => {
    const result = value?.() ?? '';
    return isError(first(result)) ? (otherwise?.() ?? '') : result;
  },
};

function cells(args: readonly Argument[]): Result[] {
  return args.flatMap((arg) => {
    const outcome = arg();
    return isBlock(outcome) ? outcome.flat() : [outcome];
  });
}

function fold<T extends number | string>(
  args: readonly Argument[],
  start: T,
  add: (sum: T, value: Exclude<Result, FormulaError>) => T,
): T | FormulaError {
  let sum = start;
  for (const value of cells(args)) {
    if (isError(value)) return value;
    sum = add(sum, value);
  }
  return sum;
}

function extreme(args: readonly Argument[], pick: (...numbers: number[]) => number): Result {
  const values = cells(args);
  const failed = values.find(isError);
  if (failed) return failed;
  const numbers = values.filter((value) => typeof value === 'number');
  return numbers.length === 0 ? 0 : numbers.reduce((a, b) => pick(a, b));
}

function onText(argument: Argument | undefined, act: (value: string) => Result): Result {
  if (!argument) return { error: '#N/A' };
  const value = first(argument());
  return isError(value) ? value : act(text(value));
}

/** A COUNTIF criterion: `">5"`, `"<>x"`, or what a cell has to equal. */
function toTest(criterion: Result): (value: Result) => boolean {
  const [, operator = '=', wanted = ''] = /^(<=|>=|<>|=|<|>)?([\s\S]*)$/.exec(text(criterion)) ?? [];
  const number = wanted.trim() === '' ? NaN : Number(wanted);
  if (operator === '=' || operator === '<>') {
    const isSame = (value: Result): boolean => text(value).toLowerCase() === wanted.toLowerCase();
    return operator === '=' ? isSame : (value) => !isSame(value);
  }
  return (value) => {
    if (typeof value !== 'number') return false;
    if (operator === '<') return value < number;
    if (operator === '>') return value > number;
    return operator === '<=' ? value <= number : value >= number;
  };
}

function first(outcome: Outcome): Result {
  return isBlock(outcome) ? (outcome[0]?.[0] ?? '') : outcome;
}

function isBlock(outcome: Outcome): outcome is readonly (readonly Result[])[] {
  return Array.isArray(outcome);
}

function isError(value: Result): value is FormulaError {
  return typeof value === 'object';
}

function isTrue(value: Result): boolean {
  return value === true || (typeof value === 'number' && value !== 0) || text(value).toLowerCase() === 'true';
}

function text(value: Result): string {
  return isError(value) ? value.error : typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
}
