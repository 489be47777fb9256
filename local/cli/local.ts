import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Fired } from '../apps-script/clock';
import type { Machine } from '../apps-script/machine';
import type { Outcome } from '../apps-script/outcome';
import { openProject } from '../apps-script/project';
import { openWorkspace, saveWorkspace } from '../apps-script/workspace';
import { toMilliseconds } from './duration';
import { toRoutes } from './routes';

const USAGE = `Usage: npm run local -- FILE.js FUNCTION [--workspace DIR] [--route https://host=http://127.0.0.1:port]...
       npm run local -- --advance 25h --workspace DIR [--route ...]

Runs one function of an Apps Script file on the local Apps Script and prints what it returns as JSON.
A folder in place of FILE.js is a project with all its .js files.
  --workspace DIR  keeps documents, properties, triggers and the clock between calls
  --advance TIME   moves the clock (ms, s, m, h, d) and runs the handlers that fall due, of the file last run
  --route A=B      lets the server at B answer for the host A
`;

/** Real milliseconds: nobody waits longer for a loop without an end. */
const PATIENCE = 60_000;

/** What the command line asks for. */
interface Request {
  readonly target: { readonly file: string; readonly functionName: string } | { readonly advance: number };
  readonly workspace: string | undefined;
  readonly routes: Record<string, string>;
}

process.on('unhandledRejection', (reason) => {
  process.stderr.write(`Uncaught (in promise) ${String(reason)}\n`);
});
process.exitCode = main(process.argv.slice(2));

/** The exit code: 0 done, 1 the script failed, 2 wrong usage. */
function main(args: readonly string[]): number {
  const request = readRequest(args);
  if (typeof request === 'string') return refuse(`${request}\n\n${USAGE}`, 2);
  try {
    const machine = openWorkspace(request.workspace, { routes: request.routes, patience: PATIENCE });
    const code = 'advance' in request.target ? advance(machine, request.target.advance) : run(machine, request.target);
    if (request.workspace !== undefined && code !== 2) saveWorkspace(machine, request.workspace);
    return code;
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error), 1);
  }
}

function readRequest(args: readonly string[]): Request | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        workspace: { type: 'string' },
        advance: { type: 'string' },
        route: { type: 'string', multiple: true },
      },
    });
    const routes = toRoutes(values.route ?? []);
    if (routes === null) return '--route takes https://host=http://127.0.0.1:port.';
    const target =
      values.advance === undefined ? readCall(positionals) : readAdvance(values.advance, values.workspace, positionals);
    return typeof target === 'string' ? target : { target, workspace: values.workspace, routes };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function readCall([file, functionName, ...more]: readonly string[]): Request['target'] | string {
  if (file === undefined || functionName === undefined) return 'FILE.js and FUNCTION are missing.';
  if (more.length > 0) return `Unexpected argument: ${more.join(' ')}`;
  return existsSync(file) ? { file: resolve(file), functionName } : `There is no file ${file}.`;
}

function readAdvance(
  text: string,
  workspace: string | undefined,
  positionals: readonly string[],
): Request['target'] | string {
  const advance = toMilliseconds(text);
  if (advance === null) return `--advance takes a time such as 90s, 15m, 25h or 7d, not ${text}.`;
  if (workspace === undefined) return '--advance needs --workspace.';
  return positionals.length > 0 ? `Unexpected argument: ${positionals.join(' ')}` : { advance };
}

function run(machine: Machine, { file, functionName }: { file: string; functionName: string }): number {
  const outcome = machine.run(openProject(file), functionName);
  report(outcome);
  if (outcome.status !== 'done') return 1;
  return print(outcome.value, `What ${functionName} returned`);
}

function advance(machine: Machine, ms: number): number {
  if (!machine.project) return refuse('No script has been run in this workspace yet, or its file is gone.', 2);
  const fired = machine.advance(ms);
  for (const { outcome } of fired) report(outcome);
  return print(fired.map(describe), 'What a handler returned');
}

function describe({ handler, at, outcome }: Fired): object {
  const times = { handler, at: new Date(at).toISOString(), endedAt: new Date(outcome.endedAt).toISOString() };
  if (outcome.status === 'done') return { ...times, status: outcome.status, value: outcome.value ?? null };
  return {
    ...times,
    status: outcome.status,
    error: outcome.status === 'failed' ? outcome.error.message : outcome.reason,
  };
}

/** Logs, and what went wrong, on stderr. */
function report(outcome: Outcome): void {
  for (const { level, text } of outcome.logs)
    process.stderr.write(level === 'info' ? `${text}\n` : `${level}: ${text}\n`);
  if (outcome.status === 'failed') process.stderr.write(`${outcome.error.message}\n`);
  if (outcome.status === 'killed') process.stderr.write(`${outcome.reason}\n`);
}

function refuse(message: string, code: number): number {
  process.stderr.write(message.endsWith('\n') ? message : `${message}\n`);
  return code;
}

/** Prints a value as one line of JSON; a function has none and prints as nothing does. A circle is a failure. */
function print(value: unknown, what: string): number {
  try {
    const json = JSON.stringify(value) as string | undefined;
    process.stdout.write(`${json ?? 'null'}\n`);
    return 0;
  } catch (error) {
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    return refuse(`${what} has no JSON: ${reason}`, 1);
  }
}
