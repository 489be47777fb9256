import type { Page } from '../connectors/connector';
import { DataError, StaleError } from '../core/errors';
import type { Words } from '../core/model';
import type { CountingApi, Engine, EngineConnection } from './engine';
import { mustEnd } from './must-end';
import { readPass, rowsRead } from './pass-progress';
import type { Walk } from './plan-walks';
import { passIn, readWalk, writeWalk, type PassState, type Tally, type WalkResult, type WalkState } from './run-state';
import { newTally } from './tally';
import type { WalkJob, Walking } from './walking';
import { writePage } from './write-page';

/** How often someone may rearrange a tab under one pass before it gives up. */
const MOST_RESTARTS = 3;
/** What a page may take at least: one that begins with less time left would be killed in its middle. */
export const SHORTEST_PAGE = 20_000;

/**
 * Reads a stream from where it stands until its pass is done, saving the cursor after each page. Returns null when the run
 * was asked to end or the execution's time is up. Throws what the connector and the tables throw, with the cursor of the
 * last good page saved.
 */
export function walk(engine: Engine, connection: EngineConnection, api: CountingApi, job: WalkJob): WalkResult | null {
  const name = job.walk.stream.name;
  let state = begin(engine, connection, job);
  let longest = SHORTEST_PAGE;
  for (let first = true; ; first = false) {
    const startedAt = engine.clock.now();
    if (!first && mustEnd(engine, job.run, longest)) return null;
    const asked = api.requests();
    const count = (walking: Walking): Walking =>
      addWork(walking, api.requests() - asked, startedAt, engine.clock.now());
    let page: Page;
    try {
      page = readPage(job, api, state);
      const written = writePage(job, state, page, first);
      state = written.walking;
      if (written.again) throw written.again;
      state = count(state);
    } catch (error) {
      state = count(error instanceof StaleError ? restart(state, error) : state);
      writeWalk(engine.store, connection.id, name, state);
      if (error instanceof StaleError) continue;
      throw error;
    }
    if (page.done) return finish(engine, connection, job, state);
    writeWalk(engine.store, connection.id, name, state);
    engine.progress(progressOf(connection, job.walk, state.pass));
    longest = Math.max(longest, 1.5 * (engine.clock.now() - startedAt));
  }
}

/** The next pass and this one's result in one property: no kill can come between them. */
function finish(engine: Engine, connection: EngineConnection, { walk }: WalkJob, state: Walking): WalkResult {
  const { isFull, notes, tally } = state.pass;
  const result = { status: 'finished', notes, tally } as const;
  // every row was written with the names of today
  const labelled = isFull ? { labelledAt: engine.clock.now() } : {};
  writeWalk(engine.store, connection.id, walk.stream.name, { ...state, ...labelled, pass: null, ended: result });
  return result;
}

/** The tally of a walk that was stopped, as last saved. */
export function savedTally(engine: Engine, connection: EngineConnection, job: WalkJob): Tally {
  const saved = readWalk(engine.store, connection.id, job.walk.stream.name);
  return passIn(saved, job)?.tally ?? newTally(engine.clock.now());
}

function begin(engine: Engine, connection: EngineConnection, job: WalkJob): Walking {
  const name = job.walk.stream.name;
  const saved = readWalk(engine.store, connection.id, name);
  const isTorn = targetsOf(job.walk).some((target) => job.tables.get(target)?.needsAll);
  const now = engine.clock.now();
  const own = passIn(saved, job);
  if (saved.pass && !isTorn && (own || !job.fresh)) {
    return { ...saved, pass: own ?? takeOver(job.walk, saved.pass, now) };
  }
  const tally = own?.tally ?? newTally(now);
  const walking = newPass(saved, isTorn || job.fresh ? null : saved.cursor, tally, 0);
  writeWalk(engine.store, connection.id, name, walking);
  return walking;
}

/** The pass that an earlier run left in its middle. */
function takeOver(walk: Walk, pass: PassState, now: number): PassState {
  const earlier = (pass.earlier ?? 0) + rowsRead(walk, pass.tally);
  return { ...pass, earlier, notes: [], restarts: 0, tally: newTally(now) };
}

/** Names of the streams whose tables a walk fills. */
export function targetsOf({ stream, own, fed }: Walk): readonly string[] {
  return [...(own ? [stream.name] : []), ...fed.map((target) => target.name)];
}

function newPass(saved: WalkState, cursor: WalkState['cursor'], tally: Tally, restarts: number): Walking {
  const pass = { isFull: cursor === null, page: 0, sweeps: null, total: 0, restarts, notes: [], tally };
  const { labelledAt } = saved;
  return { cursor, passes: saved.passes + 1, pass, ...(labelledAt === undefined ? {} : { labelledAt }) };
}

function restart(state: Walking, error: StaleError): Walking {
  const { restarts, tally } = state.pass;
  if (restarts >= MOST_RESTARTS) {
    throw new DataError(`rearranged ${String(restarts)} times: ${error.message}`, {
      fr: 'L’onglet est sans cesse réorganisé pendant la synchronisation. Attendez qu’on ait fini d’y travailler, puis relancez.',
      en: 'The tab keeps being rearranged during the sync. Wait until nobody is working in it, then sync again.',
    });
  }
  return newPass(state, null, tally, restarts + 1);
}

function readPage(job: WalkJob, api: CountingApi, state: Walking): Page {
  const { stream } = job.walk;
  if (!stream.read) throw new Error(`${stream.name} has no pages of its own`);
  const page = stream.read(api, state.cursor);
  if (!page.done && state.cursor && JSON.stringify(page.cursor) === JSON.stringify(state.cursor)) {
    throw new DataError(`${stream.name}: the cursor did not move: ${JSON.stringify(page.cursor)}`, {
      fr: 'Le service renvoie sans fin la même page. La lecture s’est arrêtée ; relancez plus tard.',
      en: 'The service keeps sending the same page. Reading stopped; sync again later.',
    });
  }
  return page;
}

function addWork(state: Walking, requests: number, startedAt: number, now: number): Walking {
  const { tally } = state.pass;
  const worked = tally.worked + now - startedAt;
  const after = { ...tally, endedAt: now, worked, requests: tally.requests + requests };
  return { ...state, pass: { ...state.pass, tally: after } };
}

function progressOf(connection: EngineConnection, walk: Walk, pass: PassState): Words {
  const { title } = walk.stream;
  const { total } = pass;
  const { read, left } = readPass(walk, pass);
  const [done, all] = [String(read), String(total)];
  const minutes = String(Math.ceil(left / 60_000));
  return {
    fr: `${connection.title} · ${title.fr} : ${done} ${total > 0 ? `sur ${all}` : 'lignes'}${left > 0 ? ` (encore ${minutes} min environ)` : ''}`,
    en: `${connection.title} · ${title.en}: ${done} ${total > 0 ? `of ${all}` : 'rows'}${left > 0 ? ` (about ${minutes} min left)` : ''}`,
  };
}
