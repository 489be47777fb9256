import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { withLazyTables } from '../../build/lazy-tables';

const AES = '/work/node_modules/@noble/ciphers/aes.js';
const code = readFileSync('node_modules/@noble/ciphers/aes.js', 'utf8');

describe('the tables of AES', () => {
  it('are made once, and only when they are needed', () => {
    const lazy = withLazyTables(code, AES) ?? '';
    const start = lazy.indexOf('let tableEncodingMade');
    const declarations = lazy.slice(start, lazy.indexOf('const xPowers'));
    const program = `let made = 0; const sbox = [], invSbox = []; function genTtable() { made += 1; return {}; }
      ${declarations}
      const before = made;
      return [before, tableEncoding() === tableEncoding(), tableDecoding() === tableDecoding(), made];`;
    expect(runInNewContext(`(() => { ${program} })()`)).toEqual([0, true, true, 2]);
  });

  it('stop the build when a new version of the package makes them in another way', () => {
    expect(() => withLazyTables('export const tables = 1;', AES)).toThrow('makes its tables in another way');
    expect(() => withLazyTables(`${code}\nlog(tableEncoding);`, AES)).toThrow('makes its tables in another way');
  });

  it('are looked for in that module alone', () => {
    expect(withLazyTables(code, '/work/src/aes.js')).toBeNull();
  });
});
