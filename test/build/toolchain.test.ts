import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

describe('the rooms', () => {
  // Each text is linted as if it stood in that file.
  const CASES = [
    ['src/core/model.ts', "export { send } from '../platform/send';", 'core does not import this room'],
    ['src/http/query.ts', "export { send } from '../platform/send';", 'http does not import this room'],
    ['src/destinations/tab.ts', "export { connectors } from '../connectors/index';", 'destinations does not import'],
    ['src/engine/run.ts', "export { say } from '../app/words';", 'engine does not import this room'],
    ['src/app/words.ts', "export { onOpen } from '../main';", 'app does not import this room'],
    ['src/main.ts', "export { startRun } from './engine/run';", 'main only names what Google calls'],
    ['src/app/words.ts', "export { bundle } from '../../test/bundle';", 'src runs inside Google'],
    ['src/app/words.ts', 'export const locale = Session.getActiveUserLocale();', 'Only src/platform names Google'],
    ['src/app/words.ts', 'export default 1;', 'Export by name'],
    ['src/app/words.ts', 'export const value: any = 1;', 'Unexpected any'],
    ['src/app/words.ts', 'export const first = (list: string[]) => list[0]!;', 'non-null assertion'],
    ['src/app/words.ts', `export function long(): void {\n${'Math.random();\n'.repeat(40)}}`, 'too many lines'],
    ['src/http/query.ts', "export type { Send } from '../platform/services';", null],
    ['src/platform/send.ts', 'export const locale = Session.getActiveUserLocale();', null],
  ] as const;
  let messages: string[][];

  beforeAll(() => {
    const script = `
      import { ESLint } from 'eslint';
      // Its own types are enough for src, and much less to read.
      const parserOptions = { project: 'tsconfig.server.json' };
      const eslint = new ESLint({ overrideConfig: [{ files: ['src/**'], languageOptions: { parserOptions } }] });
      const results = [];
      for (const [filePath, text] of JSON.parse(process.argv[1])) results.push(...await eslint.lintText(text, { filePath }));
      console.log(JSON.stringify(results.map((result) => result.messages.map(({ message }) => message))));`;
    const words = ['--input-type=module', '-e', script, JSON.stringify(CASES)];
    // With CI=true, typescript-eslint would read each file from the disk instead of the text given here.
    const env = { ...process.env, TSESTREE_SINGLE_RUN: 'false' };
    messages = JSON.parse(execFileSync(process.execPath, words, { encoding: 'utf8', env })) as string[][];
  }, 60_000);

  it.each(CASES.map(([file, text, refusal], index) => [file, text.split('\n')[0], refusal, index] as const))(
    'in %s, %s: %s',
    (_file, _text, refusal, index) => {
      const found = messages[index]?.join('\n') ?? 'not linted';
      if (refusal === null) expect(found).toBe('');
      else expect(found).toContain(refusal);
    },
  );
});

describe('the project for clasp', () => {
  it('pushes exactly the files of dist', () => {
    const answer = execFileSync('npx', ['--no-install', 'clasp', 'show-file-status', '--json'], { encoding: 'utf8' });
    const { filesToPush, untrackedFiles } = JSON.parse(answer) as Record<string, string[]>;
    expect(filesToPush?.sort()).toEqual(
      readdirSync('dist', { recursive: true })
        .map((name) => `dist/${String(name)}`)
        .sort(),
    );
    expect(untrackedFiles).toEqual([]);
  });

  it('names the scopes it needs and no other', () => {
    const manifest = JSON.parse(readFileSync('appsscript.json', 'utf8')) as { oauthScopes: string[] };
    expect(manifest.oauthScopes.map((scope) => scope.replace('https://www.googleapis.com/auth/', ''))).toEqual([
      'spreadsheets',
      'drive.file',
      'contacts',
      'script.external_request',
      'script.scriptapp',
      'script.container.ui',
      'script.send_mail',
      'userinfo.email',
    ]);
  });
});

describe('the commands', () => {
  it('name each other when one does not exist', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['local/npm-run.mjs', 'nonsense'], {
      encoding: 'utf8',
    });
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('local, sync, contacts, demo, bench, test, soak');
  });

  it('all have a script of their own', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
    const launcher = readFileSync('local/npm-run.mjs', 'utf8');
    for (const [name, line] of Object.entries(scripts)) {
      if (!line.includes('npm-run.mjs') || ['test', 'soak'].includes(name)) continue;
      const program = new RegExp(`${name}: '([^']+)'`).exec(launcher)?.[1] ?? '';
      expect([name, existsSync(program)]).toEqual([name, true]);
    }
  });
});
