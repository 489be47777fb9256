import fc from 'fast-check';
import { FIELDS } from '../../../src/contacts/fields';
import { client, edit, VALUES, type FieldEdit } from './values';

/** How it begins: clients on either side or both, tied by a first sync or not yet. */
export interface Start {
  readonly clients: readonly Beginner[];
  readonly isSynced: boolean;
}

export interface Beginner {
  readonly client: readonly FieldEdit[];
  readonly on: 'sheet' | 'google' | 'both';
  readonly hasMore: boolean;
}

/** What happens next. Numbers name rows, contacts and calls among those there are: they count on from the first after the last. */
export type Command = SheetCommand | GoogleCommand | BothSides | Fault | Time | Run;

/** The same field of the same client, on both sides. */
export interface BothSides {
  readonly kind: 'both';
  readonly row: number;
  readonly field: FieldEdit['field'];
  readonly sheet: string;
  readonly google: string;
  readonly isStamped: boolean;
  /** The tab comes first. */
  readonly isSheetFirst: boolean;
}

/** Somebody at the spreadsheet. */
export type SheetCommand =
  | { readonly kind: 'type'; readonly row: number; readonly edit: FieldEdit; readonly isStamped: boolean }
  | { readonly kind: 'addRow'; readonly client: readonly FieldEdit[] }
  | { readonly kind: 'deleteRow' | 'copyRow' | 'cutRow' | 'emptyRow'; readonly row: number }
  | { readonly kind: 'emptyColumn'; readonly field: FieldEdit['field'] }
  | { readonly kind: 'emptyTab' }
  | { readonly kind: 'sort'; readonly column: number; readonly isUp: boolean }
  | { readonly kind: 'insertRow' | 'insertColumn'; readonly before: number };

/** Somebody in Google Contacts. */
export type GoogleCommand =
  | {
      readonly kind: 'addContact';
      readonly client: readonly FieldEdit[];
      readonly isLabelled: boolean;
      readonly hasMore: boolean;
    }
  | { readonly kind: 'editContact'; readonly contact: number; readonly edit: FieldEdit }
  | {
      readonly kind: 'addItem';
      readonly contact: number;
      readonly item: 'email' | 'phone' | 'address';
      readonly n: number;
    }
  | { readonly kind: 'removeContact' | 'restore' | 'bump'; readonly contact: number }
  | { readonly kind: 'bumpAll' }
  | { readonly kind: 'mergeContacts'; readonly contact: number; readonly other: number }
  | {
      readonly kind: 'rename';
      readonly contact: number;
      readonly isNewSource: boolean;
      readonly tombstoneAfter: number | null;
    }
  | { readonly kind: 'label'; readonly contact: number; readonly isOn: boolean };

/** What goes wrong at Google from now on: it ends with `well`, a rate or a fault after it struck. */
export type Fault =
  | { readonly kind: 'late'; readonly of: 'lag' | 'staleListFor' | 'staleGetFor'; readonly ms: number }
  | { readonly kind: 'expire'; readonly as: 'INVALID_ARGUMENT' | 'FAILED_PRECONDITION' | 'GONE' | 'MESSAGE_ONLY' }
  | { readonly kind: 'fail'; readonly method: FailingMethod; readonly nth: number; readonly how: Failure }
  | { readonly kind: 'cutList'; readonly keep: number; readonly dropsToken: boolean }
  | { readonly kind: 'mute'; readonly what: 'batchDetails' | 'batchReadBack' }
  | { readonly kind: 'well' };

export const METHODS = [
  'list',
  'getBatchGet',
  'updateContact',
  'batchUpdateContacts',
  'batchCreateContacts',
  'searchContacts',
] as const;
export type FailingMethod = (typeof METHODS)[number];
const FAILURES = ['429', '503', '503 applied', 'timeout', 'timeout applied', '400'] as const;
export type Failure = (typeof FAILURES)[number];

export interface Time {
  readonly kind: 'time';
  readonly ms: number;
}

/** An execution of the sync. */
export interface Run {
  readonly kind: 'run';
  readonly direction: 'both' | 'toGoogle' | 'fromGoogle';
  readonly tie: 'sheet' | 'google';
  readonly isForced: boolean;
  /** It is killed at a call; what was not flushed arrives or is lost. */
  readonly kill: { readonly moment: 'before' | 'after'; readonly call: number; readonly isLost: boolean } | null;
  /** What people do meanwhile, after a call. */
  readonly meanwhile: readonly { readonly call: number; readonly act: SheetCommand | GoogleCommand }[];
}

const which = fc.nat({ max: 5 });
const of = <T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
const kind = <K extends string>(...kinds: readonly K[]): fc.Arbitrary<K> => fc.constantFrom(...kinds);

const typing = fc.record({ kind: kind('type'), row: which, edit, isStamped: fc.boolean() });
const editing = fc.record({ kind: kind('editContact'), contact: which, edit });

const sheet: fc.Arbitrary<SheetCommand> = fc.oneof(
  { arbitrary: typing, weight: 6 },
  { arbitrary: fc.record({ kind: kind('addRow'), client }), weight: 3 },
  { arbitrary: fc.record({ kind: kind('deleteRow', 'copyRow', 'cutRow', 'emptyRow'), row: which }), weight: 3 },
  fc.oneof(
    fc.record({ kind: kind('emptyColumn'), field: fc.constantFrom(...FIELDS) }),
    fc.record({ kind: kind('emptyTab') }),
  ),
  fc.record({ kind: kind('sort'), column: which, isUp: fc.boolean() }),
  fc.record({ kind: kind('insertRow', 'insertColumn'), before: which }),
);

const google: fc.Arbitrary<GoogleCommand> = fc.oneof(
  { arbitrary: editing, weight: 6 },
  {
    arbitrary: fc.record({ kind: kind('addContact'), client, isLabelled: fc.boolean(), hasMore: fc.boolean() }),
    weight: 3,
  },
  fc.record({ kind: kind('addItem'), contact: which, item: kind('email', 'phone', 'address'), n: which }),
  { arbitrary: fc.record({ kind: kind('removeContact', 'restore', 'bump'), contact: which }), weight: 3 },
  fc.record({ kind: kind('bumpAll') }),
  fc.record({ kind: kind('mergeContacts'), contact: which, other: which }),
  fc.record({ kind: kind('rename'), contact: which, isNewSource: fc.boolean(), tombstoneAfter: of(null, 0, 60_000) }),
  fc.record({ kind: kind('label'), contact: which, isOn: fc.boolean() }),
);

const both: fc.Arbitrary<BothSides> = fc
  .record({ row: which, field: fc.constantFrom(...FIELDS), isStamped: fc.boolean(), isSheetFirst: fc.boolean() })
  .chain((rest) => {
    const value = fc.constantFrom('', ...VALUES[rest.field]);
    return fc.record({ kind: kind('both'), sheet: value, google: value }).map((values) => ({ ...rest, ...values }));
  });

const fault: fc.Arbitrary<Fault> = fc.oneof(
  fc.record({ kind: kind('late'), of: kind('lag', 'staleListFor', 'staleGetFor'), ms: of(5_000, 600_000, 1_500_000) }),
  fc.record({ kind: kind('expire'), as: kind('INVALID_ARGUMENT', 'FAILED_PRECONDITION', 'GONE', 'MESSAGE_ONLY') }),
  {
    arbitrary: fc.record({ kind: kind('fail'), method: of(...METHODS), nth: of(1, 1, 2), how: of(...FAILURES) }),
    weight: 4,
  },
  fc.record({ kind: kind('cutList'), keep: of(0, 1, 2), dropsToken: fc.boolean() }),
  fc.record({ kind: kind('mute'), what: kind('batchDetails', 'batchReadBack') }),
  fc.record({ kind: kind('well') }),
);

const SECOND = 1000;
const HOUR = 3_600_000;
const time: fc.Arbitrary<Time> = fc.record({
  kind: kind('time'),
  ms: of(SECOND, 90 * SECOND, HOUR, 3 * HOUR, 25 * HOUR, 8 * 24 * HOUR),
});

const call = fc.integer({ min: 1, max: 45 });
const meanwhile = fc.record({ call, act: fc.oneof(typing, editing, sheet, google) });
const kill = fc.record({ moment: kind('before', 'after'), call, isLost: fc.boolean() });
const run: fc.Arbitrary<Run> = fc.record({
  kind: kind('run'),
  direction: of('both', 'both', 'both', 'both', 'both', 'both', 'toGoogle', 'fromGoogle'),
  tie: kind('sheet', 'google'),
  isForced: of(false, false, true),
  kill: fc.option(kill, { freq: 3, nil: null }),
  meanwhile: fc.oneof(of([]), of([]), fc.array(meanwhile, { minLength: 1, maxLength: 2 })),
});

const beginner = fc.record({ client, on: kind('sheet', 'google', 'both', 'both'), hasMore: fc.boolean() });
/** Most of them have an address of their own. */
const OWN_ADDRESSES = ['a@x.fr', 'b@x.fr', 'c@x.fr', 'd@x.fr'];
const withOwn = (each: Beginner, n: number): Beginner => ({
  ...each,
  client: [...each.client, { field: 'email', value: OWN_ADDRESSES[n] ?? '' }],
});
const beginners = fc.array(fc.tuple(beginner, of(true, true, true, true, false)), { maxLength: OWN_ADDRESSES.length });

export const start: fc.Arbitrary<Start> = fc.record({
  clients: beginners.map((all) => all.map(([each, hasOwn], n) => (hasOwn ? withOwn(each, n) : each))),
  isSynced: of(true, true, true, false),
});

/** What happens then. */
export const commands: fc.Arbitrary<readonly Command[]> = fc.array(
  fc.oneof(
    { arbitrary: run, weight: 7 },
    { arbitrary: sheet, weight: 4 },
    { arbitrary: google, weight: 4 },
    { arbitrary: both, weight: 3 },
    { arbitrary: fault, weight: 3 },
    { arbitrary: time, weight: 2 },
  ),
  { minLength: 2, maxLength: 12, size: 'max' },
);
