import type { SyncResult } from '../../../src/contacts/sync-contacts';
import { BusyError, DataError, StaleError } from '../../../src/core/errors';
import type { BareOutcome } from '../bare-services';
import { nameRows } from './act-in-sheet';
import type { GoogleCommand, Run, SheetCommand } from './commands';
import { handle, isSheet } from './handle';
import { checkNoLoss, expectedIn, nameOf, type Expected } from './no-loss';
import { checkNotOurs } from './not-ours';
import { columnsOf, look, type Seen } from './seen';
import { checkBirths, checkTies } from './ties';
import { demand, Violation } from './violation';
import { clientsTab, sync, type World } from './world';

/** How often a part of a property had something to say, over all runs: a property that never has is none. */
export const counts = {
  runs: 0,
  compared: 0,
  killed: 0,
  failed: 0,
  guarded: 0,
  journal: 0,
  created: 0,
  conflicts: 0,
  held: 0,
};

/** One execution, held against all that must hold of each. */
export function runWatched(world: World, run: Run): BareOutcome<SyncResult> {
  const { account } = world;
  const before = look(world);
  const moments: Seen[] = [before];
  const expected = new Map(expectedIn(before).map((each) => [nameOf(each), each]));
  arrange(world, run, moments, expected);
  const writes = writesOf(world);
  const outcome = sync(world, { direction: run.direction, tie: run.tie, request: { force: run.isForced } });
  account.faults.clear();
  const after = look(world);
  const last = moments[moments.length - 1] ?? before;
  checkNotOurs(last, after);
  checkNoLoss([...expected.values()], [...moments, after]);
  checkTies(world, after);
  checkBirths(world, last, after);
  checkEnd(outcome);
  if (outcome.status === 'done' && outcome.value.guard) {
    counts.guarded += 1;
    demand('P9', writesOf(world) === writes && isSame(last, after), () => 'a stopped run wrote');
  }
  count(outcome);
  nameRows(world);
  return outcome;
}

function isSame(before: Seen, after: Seen): boolean {
  return (
    JSON.stringify([before.rows, before.journal, before.links]) ===
    JSON.stringify([after.rows, after.journal, after.links])
  );
}

function count(outcome: BareOutcome<SyncResult>): void {
  counts.runs += 1;
  if (outcome.status === 'killed') counts.killed += 1;
  if (outcome.status === 'failed') counts.failed += 1;
  if (outcome.status !== 'done') return;
  counts.created += outcome.value.tally.created;
  counts.conflicts += outcome.value.tally.conflicts;
  counts.held += outcome.value.tally.held;
}

function arrange(world: World, { kill, meanwhile }: Run, moments: Seen[], expected: Map<string, Expected>): void {
  const { account } = world;
  const isNew = !columnsOf(clientsTab(world)).has('sync_id');
  account.documents.unflushed = kill?.isLost ? 'lost' : 'arrive';
  if (kill) account.faults.kill(kill.moment, kill.call, { within: 'execution' });
  for (const { call, act: command } of meanwhile) {
    if ((kill || isNew) && MOVING.includes(command.kind)) continue;
    const doIt = (): void => {
      intervene(world, command, moments, expected);
    };
    account.faults.hook('after', call, doIt, { within: 'execution' });
  }
}

/**
 * What is not done in the very second of a kill, as nothing is left then that could mend what landed in other rows; nor while a
 * tab is made ready for the first time, which fails when rows go meanwhile, and is done by the next run.
 */
const MOVING: readonly string[] = [
  ...['deleteRow', 'cutRow', 'emptyRow', 'emptyTab', 'sort', 'insertRow', 'insertColumn'],
];

/** What somebody replaces meanwhile is theirs to lose; what they write in Google is there to stay. */
function intervene(
  world: World,
  command: SheetCommand | GoogleCommand,
  moments: Seen[],
  expected: Map<string, Expected>,
): void {
  const before = look(world);
  checkNotOurs(moments[moments.length - 1] ?? before, before);
  moments.push(before);
  handle(world, command);
  const after = look(world);
  moments.push(after);
  const [old, now] = [named(before), named(after)];
  for (const name of old.keys()) if (!now.has(name)) expected.delete(name);
  if (!isSheet(command)) for (const [name, each] of now) if (!old.has(name)) expected.set(name, each);
}

function named(seen: Seen): ReadonlyMap<string, Expected> {
  return new Map(expectedIn(seen).map((each) => [nameOf(each), each]));
}

/** A run fails for reasons that it knows only. */
function checkEnd(outcome: BareOutcome<SyncResult>): void {
  if (outcome.status !== 'failed') return;
  const { error } = outcome;
  if (error instanceof DataError || error instanceof BusyError || error instanceof StaleError) return;
  throw new Violation('P0', `a run threw ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
}

const WRITING = /^People\.People\.(create|update|delete|batchCreate|batchUpdate|batchDelete)/;

/** How often Google was asked to write. */
export function writesOf({ account }: World): number {
  return Object.entries(account.calls.all()).reduce((sum, [name, n]) => (WRITING.test(name) ? sum + n : sum), 0);
}
