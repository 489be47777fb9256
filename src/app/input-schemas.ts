import * as v from 'valibot';

/** The id of a connection. */
export const ID = v.pipe(v.string(), v.regex(/^[0-9a-f]{10}$/));

/** One line. */
const TITLE = v.pipe(v.string(), v.trim(), v.maxLength(100), v.regex(/^.*$/));

/** Settings by name, and names of tabs by stream. */
const TEXTS = v.record(v.string(), v.pipe(v.string(), v.maxLength(2000)));

const NAMES = v.pipe(v.array(v.pipe(v.string(), v.maxLength(100))), v.maxLength(100));

const MODE = v.picklist(['changes', 'full']);

/** A `Rhythm`, whose day may be beyond a week's. */
export const RHYTHM = v.object({
  every: v.picklist(['hour', 'day', 'twoDays', 'week', 'month']),
  hour: wholeNumber(0, 23),
  day: v.exactOptional(wholeNumber(1, 31)),
});

const TYPED_RHYTHM = v.pipe(
  RHYTHM,
  v.forward(
    v.check(({ every, day = 1 }) => every !== 'week' || day <= 7),
    ['day'],
  ),
);

/** A `Draft`. */
export const DRAFT = v.object({
  id: v.exactOptional(ID),
  connector: v.pipe(v.string(), v.maxLength(100)),
  title: v.exactOptional(TITLE),
  settings: TEXTS,
  streams: v.exactOptional(NAMES),
  spreadsheet: v.exactOptional(v.pipe(v.string(), v.maxLength(2000))),
  tabs: v.exactOptional(TEXTS),
  mode: v.exactOptional(MODE),
  schedule: v.exactOptional(v.nullable(TYPED_RHYTHM)),
});

function wholeNumber(least: number, most: number) {
  return v.picklist(Array.from({ length: most - least + 1 }, (_, place) => least + place));
}
