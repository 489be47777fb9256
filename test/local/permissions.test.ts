import { createMachine } from '../../local/apps-script/machine';
import { caught, project } from './script';

const DENIED = 'You do not have permission to call ';
const FETCH = "UrlFetchApp.fetch('https://nowhere.invalid')";
const EXTERNAL = 'https://www.googleapis.com/auth/script.external_request';

describe('a simple trigger (developers.google.com, Simple triggers)', () => {
  it('may not fetch', () => {
    expect(caught(FETCH, {}, { as: 'simple' })).toBe(`${DENIED}UrlFetchApp.fetch. Required permissions: ${EXTERNAL}`);
  });

  it('may not make triggers', () => {
    expect(caught("ScriptApp.newTrigger('f')", {}, { as: 'simple' })).toContain(`${DENIED}ScriptApp.newTrigger`);
  });

  it('may read properties', () => {
    expect(caught("PropertiesService.getScriptProperties().getProperty('a')", {}, { as: 'simple' })).toBeNull();
  });

  it('is what onOpen runs as, in LIMITED mode, its top-level code too', () => {
    const script = project(`
      var error = null;
      try { ${FETCH} } catch (e) { error = e.message }
      function onOpen(e) { return [e.authMode === ScriptApp.AuthMode.LIMITED, error] }`);
    const outcome = createMachine().run(script, 'onOpen');
    expect(outcome).toMatchObject({ value: [true, expect.stringContaining(DENIED)] });
  });
});

describe('an add-on that is not enabled in the file (authorisation mode NONE)', () => {
  const none = { as: 'simple', authMode: 'NONE' } as const;

  it('may not even read properties', () => {
    expect(caught('PropertiesService.getScriptProperties()', {}, none)).toContain(
      `${DENIED}PropertiesService.getScriptProperties`,
    );
  });

  it('may log and use Utilities', () => {
    expect(caught('Logger.log(Utilities.getUuid()); Session.getScriptTimeZone()', {}, none)).toBeNull();
  });
});

it('a custom function may fetch', () => {
  expect(caught(FETCH, {}, { as: 'custom' })).toBe('DNS error: https://nowhere.invalid');
});

it.each(['menu', 'trigger', 'page', 'editor'] as const)('a %s call may fetch', (as) => {
  expect(caught(FETCH, {}, { as })).toBe('DNS error: https://nowhere.invalid');
});

it('a scope that the manifest does not ask for is refused in full mode too', () => {
  const manifest = { timeZone: 'Europe/Paris', oauthScopes: ['https://www.googleapis.com/auth/script.scriptapp'] };
  const outcome = createMachine().run(project(`function main() { ${FETCH} }`, manifest), 'main');
  expect(outcome).toMatchObject({
    error: {
      message: `Specified permissions are not sufficient to call UrlFetchApp.fetch. Required permissions: ${EXTERNAL}`,
    },
  });
});

it('a scope that the user refused is refused too, until it is granted', () => {
  const machine = createMachine();
  const script = project(`function main() { ${FETCH} }`, { timeZone: 'Europe/Paris', oauthScopes: [EXTERNAL] });
  const messageOf = (): unknown => (machine.run(script, 'main') as { error?: { message: string } }).error?.message;
  machine.refusedScopes.add(EXTERNAL);
  expect(messageOf()).toContain('Specified permissions are not sufficient to call UrlFetchApp.fetch.');
  machine.refusedScopes.delete(EXTERNAL);
  expect(messageOf()).toBe('DNS error: https://nowhere.invalid');
});

it('an advanced service that the manifest does not enable is not defined', () => {
  const script = project('function main() { return typeof Sheets }', { timeZone: 'Europe/Paris' });
  expect(createMachine().run(script, 'main')).toMatchObject({ value: 'undefined' });
});
