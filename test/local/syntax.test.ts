import { checkSyntax, declaredFunctions } from '../../local/apps-script/syntax';

describe('what the parser of Apps Script refuses', () => {
  it.each([
    ['an instance field', 'class A { x = 1 }', 'Class fields and static blocks are not supported'],
    ['a static field', 'class A { static x = 1 }', 'Class fields and static blocks are not supported'],
    ['a static block', 'class A { static { A.x = 1 } }', 'Class fields and static blocks are not supported'],
    ['a private field', 'class A { #x = 1 }', 'Private #names are not supported'],
    ['a private method', 'class A { #x() {} }', 'Private #names are not supported'],
    ['an export', 'export const a = 1', 'Apps Script has no modules'],
    ['an import', "import a from 'a'", 'Apps Script has no modules'],
    ['a dynamic import', "function f() { return import('a') }", 'import() finds no module'],
    ['import.meta', 'function f() { return import.meta.url }', 'Apps Script has no modules'],
    ['top-level await', 'await f()', 'Top-level await is not supported'],
  ])('%s', (_, code, advice) => {
    expect(() => {
      checkSyntax(code, 'Code.js');
    }).toThrow(advice);
  });

  it('is said with file, line and column', () => {
    expect(() => {
      checkSyntax('var a = 1;\nclass A { x = 1 }', 'Code.js');
    }).toThrow(/^Code\.js:2:13: /);
  });
});

it.each([
  'var a = b?.c ?? 1; a ||= 2;',
  'class A { static m() {} get x() { return 1 } }',
  'const f = async () => { for await (const x of y) await x }',
  'const s = /(?<year>\\d+)/.exec(`${a}`); 1_000n;',
])('takes %s', (code) => {
  expect(() => {
    checkSyntax(code, 'Code.js');
  }).not.toThrow();
});

it('finds declared functions, not those that a statement puts on the global object', () => {
  const code =
    'function a() {} const b = () => 1, c = function () {}, d = 1; globalThis.e = () => 2; { function f() {} }';
  expect(declaredFunctions(code, 'Code.js')).toEqual(['a', 'b', 'c']);
});
