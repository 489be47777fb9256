import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rollup } from 'rollup';
import { appsScript, checkSize, lower, MAX_BYTES } from '../../build/apps-script';
import { checkSyntax } from '../../local/apps-script/syntax';

describe('the build for Apps Script', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sync-build-'));
    writeFileSync(join(folder, 'appsscript.json'), '{}');
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  async function build(source: string, page?: string): Promise<string[]> {
    writeFileSync(join(folder, 'main.mjs'), source);
    const plugin = appsScript({
      namespace: 'Sync_',
      pages: page === undefined ? [] : [{ fileName: 'Sidebar.html', source: page }],
      manifest: join(folder, 'appsscript.json'),
    });
    const bundle = await rollup({ input: join(folder, 'main.mjs'), plugins: [plugin] });
    await bundle.write({ dir: join(folder, 'dist'), entryFileNames: 'Code.js', format: 'iife', name: 'Sync_' });
    return readdirSync(join(folder, 'dist')).sort();
  }

  it('writes one script and the manifest, and removes what an earlier build left', async () => {
    mkdirSync(join(folder, 'dist'));
    writeFileSync(join(folder, 'dist', 'Old.js'), '');
    expect(await build('export function onOpen() {}')).toEqual(['Code.js', 'appsscript.json']);
  });

  it('puts the pages beside it', async () => {
    expect(await build('export function onOpen() {}', '<p>hello</p>')).toContain('Sidebar.html');
  });

  it('fails on a page that HtmlService would break', async () => {
    const page = '<script>const url = `https://host`;</script>';
    await expect(build('export function onOpen() {}', page)).rejects.toThrow('Sidebar.html: HtmlService cuts');
  });

  it('lowers class fields, static blocks and private names where it can', async () => {
    await build('class A { b = 1; static { A.c = 2; } } export function f() { return new A().b + A.c; }');
    const code = readFileSync(join(folder, 'dist', 'Code.js'), 'utf8');
    expect(() => {
      checkSyntax(code, 'Code.js');
    }).not.toThrow();
  });

  it.each([
    ['import.meta', 'export function f() { return import.meta.url; }'],
    ['a dynamic import', 'export function f(name) { return import(name); }'],
  ])('fails on %s', async (_, source) => {
    await expect(build(source)).rejects.toThrow();
  });

  it('fails on a service call at module scope', async () => {
    await expect(build('const store = PropertiesService; export function f() { return store; }')).rejects.toThrow(
      'Called while the script loads: PropertiesService',
    );
  });

  it('fails above the size limit', () => {
    expect(() => {
      checkSize('x'.repeat(MAX_BYTES + 1), 'Code.js');
    }).toThrow('drop a dependency');
  });

  it('keeps ES2020 syntax as it is written', () => {
    expect(lower('const a = b?.c ?? 1;')).toContain('b?.c ?? 1');
  });

  it('leaves comments out, but for those of licences', () => {
    const code = lower('/** Says a. */\nfunction f() {\n  /*! MIT License */\n  // why\n  return 1;\n}\n');
    expect(code).toContain('/*! MIT License */');
    expect(code).not.toMatch(/Says|why/);
  });
});
