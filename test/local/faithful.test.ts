import { join } from 'node:path';
import ts from 'typescript';

const FILE = join(__dirname, 'sample.ts');
const OPTIONS: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  types: ['google-apps-script'],
};

const SAMPLES = {
  right:
    "type S = F<G.Spreadsheet.Sheet, 'getName' | 'setFrozenRows'>; export const s: S = { getName: () => 'a', setFrozenRows(n: number) { void n } };",
  overloads:
    "export const s: F<G.Spreadsheet.Sheet, 'getRange'> = { getRange: (a: string | number, b?: number, c?: number, d?: number) => ({ a, b, c, d }) };",
  enums: "export const s: F<G.Script.Trigger, 'getEventType'> = { getEventType: () => ({ toString: () => 'CLOCK' }) };",
  wrongResult: "export const s: F<G.Spreadsheet.Sheet, 'getName'> = { getName: () => 1 };",
  wrongItems: "export const s: F<G.Spreadsheet.Range, 'getNotes'> = { getNotes: () => [[1]] };",
  wrongParameter: "export const s: F<G.Spreadsheet.Sheet, 'setName'> = { setName: (n: number) => ({ n }) };",
  narrowParameter: "export const s: F<G.Spreadsheet.Sheet, 'setName'> = { setName: (n: 'a') => ({ n }) };",
  missingOverload: "export const s: F<G.Spreadsheet.Sheet, 'getRange'> = { getRange: (a: string) => ({ a }) };",
  missingMethod: "export const s: F<G.Spreadsheet.Sheet, 'getName' | 'getSheetId'> = { getName: () => 'a' };",
};

/** The samples that do not compile. */
function refused(): string[] {
  const head = "import type { Faithful as F } from '../../local/apps-script/faithful';\nimport G = GoogleAppsScript;\n";
  const files = new Map(Object.entries(SAMPLES).map(([name, code]) => [`${FILE}.${name}.ts`, head + code]));
  const host = ts.createCompilerHost(OPTIONS);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (name, version) => {
    const text = files.get(name);
    return text === undefined ? read(name, version) : ts.createSourceFile(name, text, version);
  };
  host.fileExists = (name) => files.has(name) || ts.sys.fileExists(name);
  const program = ts.createProgram([...files.keys()], OPTIONS, host);
  return Object.keys(SAMPLES).filter((name) => {
    const source = program.getSourceFile(`${FILE}.${name}.ts`);
    return program.getSemanticDiagnostics(source).length > 0;
  });
}

it('a service whose parameters or primitive results differ from the typings of Google does not compile', () => {
  expect(refused()).toEqual([
    'wrongResult',
    'wrongItems',
    'wrongParameter',
    'narrowParameter',
    'missingOverload',
    'missingMethod',
  ]);
});
