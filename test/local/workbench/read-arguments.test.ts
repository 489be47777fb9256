import { join } from 'node:path';
import { readArguments } from '../../../local/workbench/read-arguments';

const read = (...words: string[]): unknown => readArguments(words, '/home/me');

test('without words: port 8080, twenty times faster than on Google, the demo accounts', () => {
  expect(read()).toEqual({
    ...{ port: 8080, speed: 20, isReal: false, sizes: {} },
    project: join(__dirname, '../../../dist'),
  });
});

test('the real network takes its own time', () => {
  expect(read('--real')).toMatchObject({ isReal: true, speed: 0 });
});

test.each([
  [['--port', '0'], { port: 0 }],
  [['--fast'], { speed: 0 }],
  [['--speed', '0.5'], { speed: 0.5 }],
  [['--project', 'mine'], { project: '/home/me/mine' }],
  [['--now', '2026-11-23T09:00:00+01:00'], { now: Date.UTC(2026, 10, 23, 8) }],
  [['--folders', '7', '--tickets', '9'], { sizes: { folders: 7, tickets: 9 } }],
])('%j gives %j', (words, expected) => {
  expect(read(...words)).toMatchObject(expected);
});

test.each([
  [['--port', '70000'], '--port takes a number, not 70000.'],
  [['--port', ''], '--port takes a number, not .'],
  [['--folders', '1.5'], '--folders takes a number, not 1.5.'],
  [['--speed', 'fast'], '--speed takes a number, not fast.'],
  [['--now', 'tomorrow'], '--now takes a time, not tomorrow.'],
  [['--loud'], "Unknown option '--loud'"],
  [['8081'], "Unexpected argument '8081'"],
])('%j is refused', (words, reason) => {
  expect(read(...words)).toContain(reason);
});
