import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEchoServer } from '../echo-server';

const ROOT = join(__dirname, '../../..');

interface Result {
  code: number | null;
  out: string;
  err: string;
}

/** One call of the command, as `npm run local` makes it. */
function local(...args: string[]): Result {
  const command = ['--import', 'tsx', join(ROOT, 'local/cli/local.ts'), ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: ROOT, encoding: 'utf8' });
  return { code: status, out: stdout, err: stderr };
}

function file(code: string, manifest?: object): string {
  const folder = mkdtempSync(join(tmpdir(), 'sync-test-'));
  writeFileSync(join(folder, 'script.js'), code);
  writeFileSync(join(folder, 'neighbour.js'), 'throw new Error("a neighbour was loaded")');
  if (manifest) writeFileSync(join(folder, 'appsscript.json'), JSON.stringify(manifest));
  return join(folder, 'script.js');
}

describe('npm run local -- FILE FUNCTION', () => {
  it('prints what the function returns as one line of JSON, and what it logs on stderr', () => {
    const script = file("function main() { console.log('said'); return { a: 'é\\n', b: [1] } }");
    expect(local(script, 'main')).toEqual({ code: 0, out: '{"a":"é\\n","b":[1]}\n', err: 'said\n' });
  });

  it('prints null when it returns nothing', () => {
    expect(local(file('function main() {}'), 'main')).toMatchObject({ code: 0, out: 'null\n' });
  });

  it('prints an exception on stderr and exits with 1', () => {
    expect(local(file("function main() { throw new Error('no way') }"), 'main')).toEqual({
      code: 1,
      out: '',
      err: 'no way\n',
    });
  });

  it('says when what the function returns has no JSON', () => {
    const result = local(file('function main() { const a = {}; a.a = a; return a }'), 'main');
    expect(result).toEqual({
      code: 1,
      out: '',
      err: 'What main returned has no JSON: Converting circular structure to JSON\n',
    });
  });

  it('ends a script that waits in a loop for the clock', () => {
    const script = file(
      "function main() { const start = Date.now(); while (Date.now() - start < 3000); return 'over' }",
    );
    expect(local(script, 'main')).toMatchObject({ code: 0, out: '"over"\n' });
  });

  it('refuses what the parser of Apps Script refuses', () => {
    const result = local(file('class A { x = 1 }\nfunction main() {}'), 'main');
    expect(result).toMatchObject({ code: 1, out: '' });
    expect(result.err).toContain('script.js:1:13');
  });

  it('takes the time zone from appsscript.json', () => {
    const script = file('function main() { return [Session.getScriptTimeZone(), new Date(0).getHours()] }', {
      timeZone: 'Asia/Tokyo',
    });
    expect(local(script, 'main').out).toBe('["Asia/Tokyo",9]\n');
  });

  it('routes a host to a loopback server', async () => {
    const server = await startEchoServer();
    try {
      const script = file(
        "function main() { return UrlFetchApp.fetch('https://api.example/status/204').getResponseCode() }",
      );
      expect(local(script, 'main', '--route', `https://api.example=${server.url}`).out).toBe('204\n');
    } finally {
      await server.stop();
    }
  });

  it.each([
    ['nothing', []],
    ['a file that does not exist', ['none.js', 'main']],
    ['an option that does not exist', ['none.js', 'main', '--nope']],
    ['a route without a target', [__filename, 'main', '--route', 'https://a']],
    ['--advance without --workspace', ['--advance', '1h']],
    ['--advance without a unit', ['--advance', '60', '--workspace', join(tmpdir(), 'none')]],
  ])('exits with 2 and says how to use it for %s', (_, args) => {
    const { code, out, err } = local(...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('Usage: npm run local');
  });
});

describe('npm run local -- --advance', () => {
  it('fires the handlers of the file last run, in the workspace, and goes on from there', () => {
    const workspace = join(mkdtempSync(join(tmpdir(), 'sync-test-')), 'w');
    const script = file(`
      function main() { ScriptApp.newTrigger('tick').timeBased().everyHours(12).create(); ScriptApp.newTrigger('bad').timeBased().after(1000).create() }
      function tick() { const s = PropertiesService.getUserProperties(); const n = Number(s.getProperty('n')) + 1; s.setProperty('n', n); return n }
      function bad() { throw new Error('broken') }
      function read() { return PropertiesService.getUserProperties().getProperty('n') }`);
    expect(local(script, 'main', '--workspace', workspace).code).toBe(0);
    const { code, out } = local('--advance', '25h', '--workspace', workspace);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject([
      { handler: 'bad', status: 'failed', error: 'broken' },
      { handler: 'tick', status: 'done', value: 1 },
      { handler: 'tick', status: 'done', value: 2 },
    ]);
    expect(local(script, 'read', '--workspace', workspace).out).toBe('"2"\n');
  });

  it('exits with 2 when no script has been run in the workspace', () => {
    expect(local('--advance', '1h', '--workspace', mkdtempSync(join(tmpdir(), 'sync-test-'))).code).toBe(2);
  });
});
