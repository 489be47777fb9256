import { types } from 'node:util';
import { isEnumValue } from './enumeration';
import { classOf, isExposed } from './exposed';
import { googleClass, isGoogleEnum, type Overload, type Parameter } from './signatures';

/**
 * The arguments of a call as Google's method receives them: fractions of whole numbers are cut off, numbers become texts
 * where a text is expected. Throws through `refuse`, in Google's words, when no overload takes them. Methods that the
 * typings do not know take anything.
 */
export function checkArguments(
  service: string,
  method: string,
  args: readonly unknown[],
  refuse: (message: string) => never,
): readonly unknown[] {
  const known = googleClass(service);
  const overloads = known?.methods.get(method);
  if (!known || !overloads || TAKES_ANYTHING.has(service)) return args;
  const checks = checksOf(overloads);
  const fitting = checks.find((each) => fits(each, args, 'strict')) ?? checks.find((each) => fits(each, args, 'loose'));
  if (fitting) return args.map((arg, i) => convert(arg, fitting[Math.min(i, fitting.length - 1)]));
  const kinds = args.map(kindOf).join(',');
  return refuse(`The parameters (${kinds}) don't match the method signature for ${known.title}.${method}.`);
}

/** What these store or print is made a text, whatever it is. */
const TAKES_ANYTHING = new Set(['Properties', 'Cache', 'Logger']);

interface Check {
  readonly parameter: Parameter;
  readonly strict: Test;
  readonly loose: Test;
  readonly isText: boolean;
  readonly isWhole: boolean;
}

type Test = (value: unknown) => boolean;

const compiled = new WeakMap<readonly Overload[], Check[][]>();

function checksOf(overloads: readonly Overload[]): Check[][] {
  let checks = compiled.get(overloads);
  if (!checks) {
    checks = overloads.map(({ parameters }) => parameters.map((parameter, i) => toCheck(parameter, i, overloads)));
    compiled.set(overloads, checks);
  }
  return checks;
}

function toCheck(parameter: Parameter, position: number, overloads: readonly Overload[]): Check {
  // The items of an array may be of several types: it is one option all the same.
  const options = /^(\(|Array<)/.test(parameter.type)
    ? [parameter.type]
    : parameter.type.split('|').map((type) => type.trim());
  const tests = options.map(toTest);
  const strict: Test = (value) => tests.some((test) => test(value));
  const isText = options.some((type) => type === 'string' || /^["']/.test(type));
  // Where another overload expects a number, a number is no text: getRange(5).
  const rival = overloads.some(({ parameters }) => /\b(Integer|number)\b/.test(parameters[position]?.type ?? ''));
  const loose: Test = (value) => strict(value) || (isText && !rival && ['number', 'boolean'].includes(typeof value));
  return { parameter, strict, loose, isText, isWhole: options.includes('Integer') };
}

function fits(checks: readonly Check[], args: readonly unknown[], mode: 'strict' | 'loose'): boolean {
  const last = checks.at(-1);
  if (args.length > checks.length && !last?.parameter.isRest) return false;
  for (let i = 0; i < Math.max(args.length, checks.length); i++) {
    const check = checks[i] ?? last;
    if (!check) return false;
    if (i >= args.length) return check.parameter.isOptional || check.parameter.isRest;
    if (!check[mode](args[i])) return false;
  }
  return true;
}

function convert(value: unknown, check: Check | undefined): unknown {
  if (typeof value === 'number' && check?.isWhole) return toWhole(value);
  const isPrimitive = typeof value === 'number' || typeof value === 'boolean';
  return isPrimitive && check?.isText && !check.strict(value) ? String(value) : value;
}

/** As Java casts: NaN is 0, the rest of a fraction is lost. */
function toWhole(value: number): number {
  return Number.isNaN(value) ? 0 : Math.trunc(value);
}

function toTest(type: string): Test {
  if (/\[\]\[\]$|^Array<Array</.test(type))
    return (value) => Array.isArray(value) && value.every((item) => Array.isArray(item));
  if (/\[\]$|^Array</.test(type)) return (value) => Array.isArray(value);
  if (type === 'string' || /^["']/.test(type)) return (value) => typeof value === 'string' || isNothing(value);
  if (type === 'Integer' || type === 'number') return (value) => typeof value === 'number';
  if (type === 'boolean') return (value) => typeof value === 'boolean';
  if (type === 'Date') return (value) => types.isDate(value) || isNothing(value);
  if (type === 'null' || type === 'undefined') return isNothing;
  if (isGoogleEnum(type)) return (value) => typeof value === 'object' && value !== null && isEnumValue(value);
  if (type.startsWith('{') || type === 'object') return isBag;
  return toClassTest(type);
}

function toClassTest(type: string): Test {
  const wanted = googleClass(type);
  if (!wanted) return () => true;
  if (wanted.methods.size === 0) return isBag;
  if (type.startsWith('Blob')) return (value) => typeof value === 'object' && value !== null && isExposed(value);
  return (value) => typeof value === 'object' && value !== null && classOf(value) === type;
}

function isBag(value: unknown): boolean {
  return typeof value === 'object' || value === undefined;
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined;
}

function kindOf(value: unknown): string {
  if (isNothing(value)) return 'null';
  if (typeof value === 'string') return 'String';
  if (typeof value === 'number') return 'number';
  if (typeof value === 'boolean') return 'Boolean';
  if (Array.isArray(value)) return 'number[]';
  const name = typeof value === 'object' && value !== null ? classOf(value) : undefined;
  return googleClass(name ?? '')?.title ?? '(class)';
}
