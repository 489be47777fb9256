import type { Stream } from '../connectors/connector';
import { readPass } from '../engine/pass-progress';
import { planWalks, type WalkPlan } from '../engine/plan-walks';
import { endIn, passIn, readJob, readRun, readWalk, type RunState } from '../engine/run-state';
import { talliesOf } from '../engine/under-way';
import { targetsOf } from '../engine/walk';
import { clock } from '../platform/clock';
import { documentStore } from '../platform/property-stores';
import { userEmail } from '../platform/session';
import { attempt } from './attempt';
import { connectionsIn } from './connections';
import { findConnector } from './find-connector';
import type { Progress } from './rpc';
import { readStopWish } from './stop-wish';
import { say } from './words';

/** How far the run under way has come; null: there is none. */
export function progressNow(): Progress | null {
  return toProgress(documentStore().all(), userEmail(), clock.now());
}

/** The same from the document's properties, for the person who looks at `now`. */
export function toProgress(properties: Readonly<Record<string, string>>, person: string, now: number): Progress | null {
  const run = readRun(snapshot(properties));
  const [connection = '', ...waiting] = run?.queue ?? [];
  if (!run) return null;
  const state = stateOf(properties, run, now);
  const { left, ...at } = standingOf(properties, run, connection);
  return {
    ...{ state, by: run.by, isMine: run.by === person, startedAt: run.startedAt, now },
    ...(run.until > 0 ? { resumesAt: run.until } : {}),
    ...(run.reason ? { reason: say(run.reason) } : {}),
    ...{ connection, waiting },
    ...at,
    ...(state === 'running' && left > 0 ? { left: Math.round(left) } : {}),
  };
}

/** Google ends every execution at six minutes; `beat` is when one began, or later. */
const EXECUTION_MS = 6 * 60_000;

type Snapshot = Parameters<typeof readRun>[0];

function snapshot(properties: Readonly<Record<string, string>>): Snapshot {
  return { get: (name) => properties[name] ?? null };
}

function stateOf(
  properties: Readonly<Record<string, string>>,
  { startedAt, until, beat }: RunState,
  now: number,
): Progress['state'] {
  if (readStopWish(snapshot(properties), startedAt) !== null) return 'stopping';
  if (until > 0) return 'paused';
  return now - beat > EXECUTION_MS ? 'interrupted' : 'running';
}

/** Where the run stands with the connection under way. */
interface Standing extends Pick<
  Progress,
  'stream' | 'streamsDone' | 'streamsAll' | 'read' | 'total' | 'rows' | 'rate'
> {
  /** Milliseconds; 0 when it cannot be told. */
  readonly left: number;
}

function standingOf(properties: Readonly<Record<string, string>>, { startedAt: run }: RunState, id: string): Standing {
  const store = snapshot(properties);
  const { walks, targets } = planOf(properties, id);
  const none = { stream: '', streamsDone: 0, streamsAll: targets.length, read: 0, total: 0, rows: 0, rate: 0, left: 0 };
  const job = readJob(store, id);
  if (job?.run !== run) return none;
  const open = walks.filter(({ stream }) => !endIn(readWalk(store, id, stream.name), job));
  const isOpen = ({ name }: Stream): boolean => open.some((walk) => targetsOf(walk).includes(name));
  const tallies = talliesOf(properties, id, job);
  const rows = tallies.flatMap((tally) => Object.values(tally.rows)).reduce((sum, { read }) => sum + read, 0);
  const at = { ...none, streamsDone: targets.filter((target) => !isOpen(target)).length, rows };
  const [walk] = open;
  const pass = walk && passIn(readWalk(store, id, walk.stream.name), job);
  if (!pass) return at;
  const { rate, ...reached } = readPass(walk, pass);
  return { ...at, stream: say(walk.stream.title), ...reached, total: pass.total, rate: Math.round(rate) };
}

/** What a connection reads; nothing where it cannot be told. */
function planOf(properties: Readonly<Record<string, string>>, id: string): WalkPlan {
  const [connection] = connectionsIn(properties).filter((candidate) => candidate.id === id);
  const plan = attempt(() => {
    const { connector = '', settings = {}, streams = [] } = connection ?? {};
    return planWalks(findConnector(connector).streams(settings), streams);
  });
  return plan.ok ? plan.value : { walks: [], targets: [] };
}
