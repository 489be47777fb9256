import type { Account } from './account';
import { createEvent } from './event';
import { startExecution, type Execution } from './execution';
import type { AuthMode, Caller, Ending, Host } from './host';
import { OVERTIME } from './lifetime';
import type { Start } from './machine';
import { toScriptError, type Ended, type Outcome } from './outcome';
import { AUTHORIZATION_REQUIRED } from './permissions';
import { loadProject, type Project } from './project';
import { fromScript, lookUp } from './realm';
import { installServices } from './services';
import { readWebOutput } from './web-output';

/** One execution from start to end: a fresh realm, the project's files, then the function. Never throws. */
export function execute(
  account: Account,
  project: Project,
  functionName: string,
  args: readonly unknown[],
  how: Start,
): Outcome {
  const caller = how.as ?? (SIMPLE.has(functionName) ? 'simple' : 'editor');
  const { authMode = defaultMode(caller), person = account.holder } = how;
  const execution = startExecution(account, project, { caller, authMode, person });
  const action = (): unknown => perform(account, execution, project, functionName, args, how);
  const ended = inTimeZone(project.timeZone, () => conclude(execution, action));
  const { startedAt, calls, logs } = execution;
  const endedAt = account.state.now;
  if (caller === 'trigger') execution.quotas.charge('triggerRuntime', endedAt - startedAt, startedAt);
  return { ...ended, functionName, caller, person: person.email, startedAt, endedAt, calls: calls.all(), logs };
}

const SIMPLE = new Set(['onOpen', 'onEdit', 'onSelectionChange']);
const FUNCTION_NAME = /^[A-Za-z_$][\w$]*(\.[A-Za-z_$][\w$]*)*$/;

function defaultMode(caller: Caller): AuthMode {
  if (caller === 'simple') return 'LIMITED';
  return caller === 'custom' ? 'CUSTOM_FUNCTION' : 'FULL';
}

function perform(
  account: Account,
  execution: Execution,
  project: Project,
  functionName: string,
  args: readonly unknown[],
  { event, edit }: Start,
): unknown {
  const { realm, host } = execution;
  const isSpent = execution.quotas.left('triggerRuntime', host.now()) <= 0;
  if (host.caller === 'trigger' && isSpent) host.spend('triggerRuntime', 1);
  if (!mayStart(account, host)) host.fail(AUTHORIZATION_REQUIRED);
  installServices(execution, account, project);
  realm.evaluate(() => {
    loadProject(project, realm.globals);
  });
  const found = FUNCTION_NAME.test(functionName) ? lookUp(realm.globals, functionName) : undefined;
  if (typeof found !== 'function') return host.fail(`Script function not found: ${functionName}`);
  const isTold = event !== undefined || edit !== undefined || host.caller === 'simple';
  const given = isTold ? [createEvent(execution, functionName, event, edit)] : args;
  return realm.evaluate(() => {
    const returned: unknown = Reflect.apply(found, undefined, given.map(realm.toScript));
    // A web app does not wait for a promise.
    return host.caller === 'web' ? readWebOutput(returned) : returned;
  });
}

/** An add-on's trigger starts even for someone who has taken all leave away. */
function mayStart({ consents, isAddOn }: Account, { email, caller, authMode }: Host): boolean {
  return !consents.isWithdrawn(email) || authMode !== 'FULL' || (isAddOn && caller === 'trigger');
}

/** How it ended; what the services still have to do at the end can make a failure of a success. */
function conclude(execution: Execution, action: () => unknown): Ended {
  let ended = attempt(execution, () => fromScript(action()));
  const ending: Ending = ended.status;
  const atEnd = attempt(execution, () => {
    execution.finish(ending);
  });
  if (ended.status === 'done' && atEnd.status !== 'done') ended = atEnd;
  return ended;
}

function attempt(execution: Execution, action: () => unknown): Ended {
  let ended: Ended;
  try {
    ended = { status: 'done', value: action() };
  } catch (thrown) {
    ended = isTimeout(thrown)
      ? { status: 'killed', reason: OVERTIME }
      : { status: 'failed', error: toScriptError(thrown) };
  }
  const reason = execution.killedFor();
  return reason === null ? ended : { status: 'killed', reason };
}

/** Made in the script's realm, so that it is no instance of this one's Error. */
function isTimeout(thrown: unknown): boolean {
  const { code } = Object(thrown) as { readonly code?: unknown };
  return code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
}

/** Date methods without a zone read the script's, as on Google. */
function inTimeZone<R>(timeZone: string, action: () => R): R {
  const before = process.env.TZ;
  if (before === timeZone) return action();
  process.env.TZ = timeZone;
  try {
    return action();
  } finally {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  }
}
