import { indentWithTabs } from '../../build/indent-with-tabs';

describe('the indentation of the bundle', () => {
  it('is tabs, one for four spaces', () => {
    expect(indentWithTabs('function f() {\n    if (a) {\n        b();\n    }\n}')).toBe(
      'function f() {\n\tif (a) {\n\t\tb();\n\t}\n}',
    );
  });

  it('leaves the lines of texts as they are', () => {
    const code = 'const a = `\n    one ${\n    b}\n        two`;\nfunction f() {\n    c(`x`);\n}';
    expect(indentWithTabs(code)).toBe('const a = `\n    one ${\n\tb}\n        two`;\nfunction f() {\n\tc(`x`);\n}');
  });
});
