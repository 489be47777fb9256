import { indentWithTabs } from '../../build/indent-with-tabs';

describe('the indentation of the bundle', () => {
  it('is tabs, one for four spaces, from the second level on', () => {
    expect(indentWithTabs('(function () {\n    if (a) {\n        b();\n    }\n})();')).toBe(
      '(function () {\nif (a) {\n\tb();\n}\n})();',
    );
  });

  it('leaves the lines of texts as they are', () => {
    const code = 'const a = `\n    one ${\n    b}\n        two`;\nfunction f() {\n    c(`x`);\n}';
    expect(indentWithTabs(code)).toBe('const a = `\n    one ${\nb}\n        two`;\nfunction f() {\nc(`x`);\n}');
  });
});
