import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { withSmallTables } from '../../build/small-tables';

const AES = '/work/node_modules/@noble/ciphers/aes.js';
const code = readFileSync('node_modules/@noble/ciphers/aes.js', 'utf8');
const small = withSmallTables(code, AES) ?? '';

/** What an expression gives after the part of the module that makes and reads the tables. */
function read(module: string, expression: string): unknown {
  const part = module.slice(module.indexOf('const POLY'), module.indexOf('function encrypt('));
  return runInNewContext(`(() => { const clean = () => {}; ${part}\n return ${expression}; })()`);
}

describe('the tables of AES', () => {
  it('are made once, and only when they are needed', () => {
    const made = '[tableEncodingMade, tableEncoding() === tableEncoding(), tableDecoding() === tableDecoding()]';
    expect(read(small, made)).toEqual([undefined, true, true]);
  });

  it.each(['Encoding', 'Decoding'])('give what the large ones give (%s)', (name) => {
    const words = Array.from({ length: 1000 }, (_, i) => [1, 2, 3, 4].map((n) => (i * n * 0x9e3779b1) | 0));
    const lookUps = (table: string): string =>
      `((t) => ${JSON.stringify(words)}.map((w) => [apply0123(t.T01, t.T23, ...w), applySbox(t.sbox2, ...w)]))(${table})`;
    expect(read(small, lookUps(`table${name}()`))).toEqual(read(code, lookUps(`table${name}`)));
  });

  it('stop the build when a new version of the package makes them in another way', () => {
    expect(() => withSmallTables('export const tables = 1;', AES)).toThrow('makes its tables in another way');
    expect(() => withSmallTables(`${code}\nlog(tableEncoding);`, AES)).toThrow('makes its tables in another way');
    expect(() => withSmallTables(code.replace('Uint16Array(256 * 256)', 'Uint16Array(65536)'), AES)).toThrow(
      'makes its tables in another way',
    );
  });

  it('are looked for in that module alone', () => {
    expect(withSmallTables(code, '/work/src/aes.js')).toBeNull();
  });
});
