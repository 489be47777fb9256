import { createMachine } from '../../local/apps-script/machine';
import { run } from './script';

/** What the body of a function puts into the log. */
function logged(body: string): string[] {
  return run(body, createMachine()).logs.map(({ text }) => text);
}

// Not documented; seen in execution logs.
test.each([
  ["console.log('%s of %d', 'a', 5)", 'a of 5'],
  ['console.log({ a: [1, null] })', '{ a: [ 1, null ] }'],
  ['console.log(new Date(0))', 'Thu Jan 01 1970 01:00:00 GMT+0100 (Central European Standard Time)'],
  [
    "console.log([new Date(0), '1970-01-01T00:00:00.000Z'])",
    "[ Thu Jan 01 1970 01:00:00 GMT+0100 (Central European Standard Time), '1970-01-01T00:00:00.000Z' ]",
  ],
  ['console.log(SpreadsheetApp.getActive())', 'Spreadsheet'],
  ['console.log(ScriptApp.WeekDay.MONDAY)', 'MONDAY'],
  ['Logger.log(5)', '5.0'],
  ['Logger.log(1.5)', '1.5'],
  ['Logger.log(12345678)', '1.2345678E7'],
  ["Logger.log('%s: %s', 'n', 5)", 'n: 5.0'],
  ["Logger.log({ a: 1, b: [true, 'x'] })", '{a=1.0, b=[true, x]}'],
  ['Logger.log(new Date(0))', 'Thu Jan 01 01:00:00 GMT+01:00 1970'],
  ['Logger.log(null)', 'null'],
  ['Logger.log(SpreadsheetApp.getActiveSheet())', 'Sheet'],
])('%s prints %j', (call, text) => {
  expect(logged(call)).toEqual([text]);
});

test('an error is printed with the frames of the script only', () => {
  const [text = ''] = logged("console.error(new Error('bad'))");
  expect(text).toMatch(/^Error: bad\n {4}at main \(Code:1:\d+\)$/);
});
