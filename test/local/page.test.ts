import { createMachine } from '../../local/apps-script/machine';
import { project } from './script';

const page = createMachine().page(
  project(`
    function echo(value) { return value }
    function date() { return [new Date()] }
    function fn() { return { f: function () {} } }
    function holes() { return [1, undefined, { a: undefined, b: 2 }] }
    function circular() { const a = {}; a.a = a; return a }
    function mode() { return UrlFetchApp.fetch('https://nowhere.invalid') }
    function secret_() {}
    function fails() { throw new Error('no') }
    globalThis.hidden = function () {};
    const arrow = () => 'arrow';
  `),
);

describe('google.script.run (developers.google.com, HTML Service: Communicate with server functions)', () => {
  it('passes plain values both ways', () => {
    const value = { a: [1, 'x', null, true], b: { c: 2 } };
    expect(page.call('echo', [value])).toMatchObject({ status: 'done', value });
  });

  it('fails for a date or a function among the arguments', () => {
    expect(() => page.call('echo', [new Date()])).toThrow('illegal value');
    expect(() => page.call('echo', [{ f: () => 1 }])).toThrow('illegal value');
  });

  it.each(['date', 'fn'])('fails when the result holds a %s', (name) => {
    const outcome = page.call(name, []);
    expect(outcome.status === 'failed' && outcome.error.message).toContain('illegal value in return value');
  });

  it('fails for a circular result', () => {
    expect(page.call('circular', []).status).toBe('failed');
  });

  it('turns undefined in arrays into null', () => {
    expect(page.call('holes', [])).toMatchObject({ value: [1, null, { b: 2 }] });
  });

  it('hands over what the function throws', () => {
    expect(page.call('fails', [])).toMatchObject({ status: 'failed', error: { message: 'no' } });
  });

  it('runs in full authorisation', () => {
    expect(page.call('mode', [])).toMatchObject({ error: { message: 'DNS error: https://nowhere.invalid' } });
  });

  it('sees declared functions only, and none that ends in an underscore', () => {
    expect(page.functions).toEqual(['echo', 'date', 'fn', 'holes', 'circular', 'mode', 'fails', 'arrow']);
    for (const name of ['secret_', 'hidden', 'toString', 'nothing']) {
      expect(() => page.call(name, [])).toThrow(`google.script.run.${name} is not a function`);
    }
  });
});
