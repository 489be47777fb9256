import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInContext, type Context } from 'node:vm';
import { enumeration } from '../enumeration';
import type { Faithful } from '../faithful';
import type { Host } from '../host';
import { createHtmlOutput } from './html-output';
import { compileTemplate, escapeFor, toText, type Place } from './html-template';

const X_FRAME_OPTIONS_MODE = enumeration('ALLOWALL', 'DEFAULT');
const SANDBOX_MODE = enumeration('EMULATED', 'IFRAME', 'NATIVE');

/** HtmlService: pages from texts, files and templates of the project's folder (developers.google.com, HTML Service). */
export function createHtmlService(host: Host, folder: string, globals: Context): object {
  const readPage = (name: string): string => {
    const file = join(folder, name.endsWith('.html') ? name : `${name}.html`);
    return existsSync(file) ? readFileSync(file, 'utf8') : host.fail(`No HTML file named ${name} was found.`);
  };
  const methods: Faithful<
    GoogleAppsScript.HTML.HtmlService,
    'createHtmlOutput' | 'createHtmlOutputFromFile' | 'createTemplate' | 'createTemplateFromFile'
  > = {
    createHtmlOutput: (html: unknown = '') => createHtmlOutput(host, String(html)),
    createHtmlOutputFromFile: (name: string) => createHtmlOutput(host, readPage(name)),
    createTemplate: (html: unknown) => createTemplate(host, String(html), globals),
    createTemplateFromFile: (name: string) => createTemplate(host, readPage(name), globals),
  };
  return host.expose('HtmlService', { ...methods, XFrameOptionsMode: X_FRAME_OPTIONS_MODE, SandboxMode: SANDBOX_MODE });
}

/** A plain object, because scripts put the template's variables on it as properties. */
function createTemplate(host: Host, source: string, globals: Context): object {
  const evaluate = (variables: object): object => {
    const names = Object.keys(variables).filter((name) => !(name in METHODS));
    const code = `(function (output, escape, ${names.join(', ')}) {\n${compileTemplate(source)}\n})`;
    const render = runInContext(code, globals, { filename: 'template' }) as (...args: unknown[]) => void;
    const output: unknown[] = [];
    const escape = (value: unknown, place: Place): string => escapeFor(value, place);
    render(output, escape, ...names.map((name) => Reflect.get(variables, name) as unknown));
    return createHtmlOutput(host, output.map(toText).join(''));
  };
  const template: object = host.expose('HtmlTemplate', {
    evaluate: () => evaluate(template),
    getCode: () => compileTemplate(source),
    getRawContent: () => source,
  });
  return template;
}

const METHODS = { evaluate: 1, getCode: 1, getRawContent: 1 };
