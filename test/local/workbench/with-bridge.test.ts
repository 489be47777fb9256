import { createContext, runInContext } from 'node:vm';
import { withBridge } from '../../../local/workbench/with-bridge';

/** A page's own world, with `google` in it, whose calls wait to be answered. */
interface Page {
  /** The value of an expression of the page's script. */
  run(code: string): unknown;
  /** The bodies of the calls that have been sent, oldest first. */
  readonly sent: { path: string; body: unknown }[];
  /** Answers the call at that place. */
  answer(at: number, answer: object): Promise<void>;
}

const OPTIONS = { person: 'anne@example.com', functions: ['echo', 'withUserObject'] };

async function openPage(): Promise<Page> {
  const html = await withBridge({ html: '<html><head></head><body></body></html>', ...OPTIONS }, 'http://localhost:1');
  const [, code = ''] = /<script>([^]*?)<\/script>/.exec(html) ?? [];
  const sent: Page['sent'] = [];
  const answers: ((response: unknown) => void)[] = [];
  const window = {};
  const context = createContext({
    ...{ window, setTimeout: (act: () => void) => (act(), 0), HTMLFormElement: Form, FormData: Fields },
    form: new Form(),
    fetch: (path: string, { body }: { body: string }) => {
      sent.push({ path, body: JSON.parse(body) });
      return new Promise((resolve) => answers.push(resolve));
    },
  });
  runInContext(code, context);
  runInContext('const { google } = window; const told = [];', context);
  return {
    sent,
    run: (expression) => runInContext(expression, context) as unknown,
    async answer(at, answer) {
      answers[at]?.({ json: () => Promise.resolve(answer) });
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

class Form {
  readonly tagName = 'FORM';
}
class Fields {
  keys = (): string[] => ['name', 'day', 'day'];
  getAll = (name: string): string[] => (name === 'day' ? ['1', '2'] : ['Anne']);
}

describe('the page that HtmlService serves', () => {
  it('has google.script before any script of its own', async () => {
    const first = await withBridge({ html: '<!doctype html><script>own()</script>', ...OPTIONS }, 'x');
    expect(first).toMatch(/^<!doctype html><script>\(function/);
    const inHead = await withBridge({ html: '<html><head lang="fr"><title>t</title></head></html>', ...OPTIONS }, 'x');
    expect(inHead).toMatch(/^<html><head lang="fr"><script>\(function/);
    expect(inHead).toMatch(/<\/script><title>t<\/title><\/head><\/html>$/);
  });

  it('cannot be broken by a name', async () => {
    const html = await withBridge({ html: '', person: '</script><b>', functions: [] }, 'x');
    expect(html.match(/<\/script>/g)).toHaveLength(1);
  });
});

describe('google.script.run (developers.google.com, HTML Service: Communicate with server functions)', () => {
  it('calls the functions of the script, and has no others', async () => {
    const page = await openPage();
    page.run("google.script.run.echo(1, 'a', null, true, { a: [1] })");
    expect(page.sent).toEqual([
      { path: '/run', body: { person: OPTIONS.person, name: 'echo', args: [1, 'a', null, true, { a: [1] }] } },
    ]);
    expect(page.run('typeof google.script.run.secret_')).toBe('undefined');
  });

  it('hands what comes back, and the user object, to the handler of its own chain', async () => {
    const page = await openPage();
    page.run(`const plain = google.script.run;
      plain.withSuccessHandler((value, user) => told.push([value, user])).withUserObject({ n: 1 }).echo(1);
      plain.echo(2)`);
    await page.answer(0, { ok: true, value: { status: 'done', value: [1, null] } });
    await page.answer(1, { ok: true, value: { status: 'done', value: 2 } });
    expect(JSON.parse(String(page.run('JSON.stringify(told)')))).toEqual([[[1, null], { n: 1 }]]);
  });

  it('hands an Error with what went wrong to the failure handler', async () => {
    const page = await openPage();
    page.run('google.script.run.withFailureHandler((error) => told.push(error)).echo(1)');
    const error = { name: 'ScriptError', message: 'Exceeded maximum execution time' };
    await page.answer(0, { ok: true, value: { status: 'failed', error } });
    expect(page.run('told[0] instanceof Error')).toBe(true);
    expect(page.run('String(told[0])')).toBe('ScriptError: Exceeded maximum execution time');
  });

  it.each([
    ['new Date()', '0'],
    ['{ when: new Date() }', 'when'],
    ['[() => 1]', '0'],
    ['new Map()', '0'],
    ['1, form', '1'],
  ])('throws for %s', async (args, property) => {
    const page = await openPage();
    const call = `(() => { try { google.script.run.echo(${args}) } catch (error) { return String(error) } })()`;
    expect(page.run(call)).toBe(`TypeError: Failed due to illegal value in property: ${property}`);
    expect(page.sent).toEqual([]);
  });

  it('throws for a circle, but not for a value that comes twice', async () => {
    const page = await openPage();
    expect(() => page.run('const a = []; a.push(a); google.script.run.echo(a)')).toThrow('circular');
    page.run('const b = {}; google.script.run.echo([b, b])');
    expect(page.sent).toHaveLength(1);
  });

  it('makes null of undefined in arrays, leaves it out of objects, and sends a lone form as its fields', async () => {
    const page = await openPage();
    page.run('google.script.run.echo(undefined, [undefined, 1], { a: undefined, b: 2 })');
    page.run('google.script.run.echo(form)');
    expect(page.sent.map(({ body }) => (body as { args: unknown }).args)).toEqual([
      [null, [null, 1], { b: 2 }],
      [{ name: 'Anne', day: ['1', '2'] }],
    ]);
  });

  it('has ten calls under way at most; later ones wait', async () => {
    const page = await openPage();
    page.run('for (let i = 0; i < 12; i++) google.script.run.echo(i)');
    expect(page.sent).toHaveLength(10);
    await page.answer(3, { ok: true, value: { status: 'done' } });
    expect(page.sent).toHaveLength(11);
  });
});

it('google.script.host closes the page of its person and names the origin of the spreadsheet', async () => {
  const page = await openPage();
  page.run('google.script.host.close()');
  expect(page.sent).toEqual([{ path: '/close', body: { person: OPTIONS.person } }]);
  expect(page.run('google.script.host.origin')).toBe('http://localhost:1');
});
