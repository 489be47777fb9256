import { checkModuleScope } from '../../build/module-scope';

function check(code: string): () => void {
  return () => {
    checkModuleScope(code, 'Code.js');
  };
}

describe('the check of module scope', () => {
  it('lets services stand inside functions', () => {
    expect(check('function onOpen() { SpreadsheetApp.getUi(); }')).not.toThrow();
  });

  it('names the service that is called while the script loads, and where', () => {
    expect(check('var a = 1;\nvar ui = SpreadsheetApp.getUi();')).toThrow('SpreadsheetApp (Code.js:2:');
  });

  it('finds a call hidden in a function that runs while the script loads', () => {
    expect(check('function open() { return UrlFetchApp.fetch("x"); }\nvar answer = open();')).toThrow('UrlFetchApp');
  });

  it('finds a call whose error is caught', () => {
    expect(check('try { Session.getActiveUserLocale(); } catch (error) {}')).toThrow('Session');
  });

  it('finds a global that Apps Script lacks', () => {
    expect(check('var encoder = new TextEncoder();')).toThrow('TextEncoder is not defined');
  });
});
