import type { Calls, EntryView, Progress, Result, RunView } from '../../src/app/rpc';
import { IDLE, type RunState, SyncRun } from '../../ui/sync-run';

type Name = 'runNow' | 'continueNow' | 'readProgress' | 'stopRun';
interface Call {
  readonly name: Name;
  readonly given: readonly unknown[];
  readonly answer: (value: unknown) => void;
  readonly fail: () => void;
}

let calls: Call[] = [];
let states: RunState[] = [];
/** What each poll is answered; undefined: it waits for the test. */
let progress: Progress | null | undefined;

beforeEach(() => {
  jest.useFakeTimers();
  calls = [];
  states = [];
  progress = null;
  Object.assign(globalThis, { google: { script: { run: runner() } } });
});
afterEach(() => {
  jest.useRealTimers();
});

describe('a run of this page', () => {
  it('ends with what its one execution answers, and asks no more how far it is', async () => {
    const run = begin();
    progress = toProgress();
    await pass(2_000);
    expect(last().progress?.read).toBe(100);
    expect(last().isActive).toBe(true);
    await answer('runNow', view('finished', [entry('c1', 'finished')]));
    expect(last()).toEqual({ ...IDLE, end: { how: 'finished', entries: [entry('c1', 'finished')] } });
    const asked = calls.length;
    await pass(10_000);
    expect(calls).toHaveLength(asked);
    run.dismiss();
    expect(last()).toEqual(IDLE);
  });

  it('has one poll at a time, every two seconds', async () => {
    begin();
    progress = undefined;
    await pass(9_000);
    expect(names()).toEqual(['runNow', 'readProgress']);
    await answer('readProgress', { ok: true, value: toProgress() });
    await pass(2_000);
    expect(names()).toEqual(['runNow', 'readProgress', 'readProgress']);
  });

  it('goes on when a pause is over by the clock of the script', async () => {
    begin();
    await answer('runNow', view('paused', [entry('c1', 'finished'), entry('c2', 'paused')]));
    progress = toProgress({ state: 'paused', now: 1_000, resumesAt: 5_000 });
    await pass(60_000);
    expect(names()).not.toContain('continueNow');
    progress = toProgress({ state: 'paused', now: 5_000, resumesAt: 5_000 });
    await pass(2_000);
    await answer('continueNow', view('finished', [entry('c2', 'finished')]));
    expect(last().end).toEqual({ how: 'finished', entries: [entry('c1', 'finished'), entry('c2', 'finished')] });
  });

  it('goes on with growing waits after executions that were killed', async () => {
    begin();
    progress = toProgress({ state: 'interrupted' });
    const continued = (): number => names().filter((name) => name === 'continueNow').length;
    const waits: number[] = [];
    for (let kill = 0; kill < 7; kill++) {
      const before = Date.now();
      await fail(kill === 0 ? 'runNow' : 'continueNow');
      while (continued() === kill) await pass(1_000);
      waits.push(Math.round((Date.now() - before) / 1_000));
    }
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect(waits[0]).toBeLessThanOrEqual(4);
    expect(waits[6]).toBeGreaterThanOrEqual(60);
    expect(waits[6]).toBeLessThanOrEqual(64);
  });

  it('takes a call without an answer after seven minutes for lost, and does not listen to it any more', async () => {
    begin();
    progress = toProgress({ state: 'interrupted' });
    const lost = calls[0];
    await pass(8 * 60_000);
    expect(names()).toContain('continueNow');
    lost?.answer(view('finished', [entry('c9', 'finished')]));
    await pass(0);
    expect(last().end).toBeNull();
    expect(last().isActive).toBe(true);
  });

  it('does not begin twice', async () => {
    const run = begin();
    run.start(['c1']);
    await pass(0);
    expect(names()).toEqual(['runNow']);
  });

  it('says that nothing began when the script was not reached', async () => {
    begin();
    await fail('runNow');
    await pass(2_000);
    expect(last()).toEqual({ ...IDLE, end: { how: 'unreached' } });
  });

  it('hands on why the script refused it', async () => {
    begin();
    const failure = {
      ok: false,
      kind: 'SettingsError',
      field: 'apiKey',
      advice: 'Type the key.',
      details: '',
    } as const;
    await answer('runNow', failure);
    expect(last().end).toEqual({ how: 'failed', failure });
  });

  it('ends elsewhere when the trigger has carried it to its end', async () => {
    begin();
    await answer('runNow', view('paused', [entry('c1', 'paused')]));
    progress = toProgress({ state: 'paused', resumesAt: 9_000 });
    await pass(2_000);
    progress = null;
    await pass(2_000);
    expect(last().end).toEqual({ how: 'elsewhere', since: 0 });
  });
});

describe('polls', () => {
  it('that fail are not the run’s failure, and are said after a while', async () => {
    begin();
    progress = undefined;
    for (let poll = 0; poll < 4; poll++) {
      await pass(2_000);
      expect(last().isSilent).toBe(false);
      await fail('readProgress');
    }
    expect(last()).toMatchObject({ isActive: true, isSilent: true, end: null });
    progress = toProgress();
    await pass(2_000);
    expect(last().isSilent).toBe(false);
  });

  it('asked before an execution ended decide nothing', async () => {
    begin();
    progress = undefined;
    await pass(2_000);
    await answer('runNow', view('paused', []));
    await answer('readProgress', { ok: true, value: null });
    expect(last().isActive).toBe(true);
  });
});

describe('a run that the page finds', () => {
  it('is followed to its end and left alone when it is somebody else’s', async () => {
    const theirs = toProgress({ isMine: false, by: 'paul@example.com', state: 'paused', resumesAt: 0 });
    follow(theirs);
    progress = theirs;
    await pass(60_000);
    expect(new Set(names())).toEqual(new Set(['readProgress']));
    progress = null;
    await pass(2_000);
    expect(last()).toEqual({ ...IDLE, end: { how: 'elsewhere', since: 0 } });
  });

  it('goes on when it is the person’s own and paused', async () => {
    progress = toProgress({ state: 'paused', now: 9_000, resumesAt: 8_000 });
    follow(progress);
    await pass(2_000);
    expect(names()).toContain('continueNow');
  });

  it('is left to the execution that has it under way', async () => {
    progress = toProgress({ state: 'running' });
    follow(progress);
    await pass(20_000);
    expect(names()).not.toContain('continueNow');
  });
});

describe('somebody else’s run', () => {
  it('is shown instead of the one that the user wanted', async () => {
    begin();
    progress = toProgress({ isMine: false, by: 'paul@example.com' });
    await answer('runNow', view('running', []));
    await pass(2_000);
    expect(last()).toMatchObject({ isActive: true, progress: { by: 'paul@example.com' } });
  });

  it('of which nothing is known is told as the script tells it', async () => {
    begin();
    await answer('runNow', view('running', []));
    await pass(2_000);
    expect(last().end).toEqual({ how: 'refused', summary: 'running!' });
  });
});

describe('stopping', () => {
  it('shows that it was asked, and ends as stopped when a paused run is gone', async () => {
    const run = begin();
    await answer('runNow', view('paused', [entry('c1', 'paused')]));
    progress = toProgress({ state: 'paused', resumesAt: 9_000 });
    await pass(2_000);
    const stop = run.stop();
    expect(last().isStopping).toBe(true);
    await answer('stopRun', { ok: true, value: null });
    expect(await stop).toEqual({ ok: true, value: null });
    progress = null;
    await pass(2_000);
    expect(last().end).toEqual({ how: 'stopped', entries: [entry('c1', 'paused')] });
  });

  it('can be asked again when the script did not hear it', async () => {
    const run = begin();
    const stop = run.stop();
    stop.catch(() => undefined);
    await fail('stopRun');
    await expect(stop).rejects.toThrow();
    expect(last().isStopping).toBe(false);
  });
});

function begin(): SyncRun {
  const run = new SyncRun((state) => states.push(state));
  run.start(['c1', 'c2']);
  return run;
}

function follow(found: Progress): void {
  new SyncRun((state) => states.push(state)).watch(found);
}

function last(): RunState {
  return states.at(-1) ?? IDLE;
}

function names(): readonly Name[] {
  return calls.map(({ name }) => name);
}

async function pass(ms: number): Promise<void> {
  await jest.advanceTimersByTimeAsync(ms);
}

async function answer<N extends Name>(name: N, value: ReturnType<Calls[N]>): Promise<void> {
  latest(name).answer(value);
  await pass(0);
}

async function fail(name: Name): Promise<void> {
  latest(name).fail();
  await pass(0);
}

function latest(name: Name): Call {
  const found = calls.filter((call) => call.name === name).at(-1);
  if (!found) throw new Error(`${name} was not called: ${names().join(', ')}`);
  return found;
}

function view(state: RunView['state'], entries: readonly EntryView[]): Result<RunView> {
  return { ok: true, value: { state, entries, summary: `${state}!` } };
}

function entry(connection: string, status: EntryView['status']): EntryView {
  const counts = { read: 1, inserted: 1, updated: 0, removed: 0, requests: 1 };
  return {
    startedAt: 0,
    duration: 1,
    run: 0,
    connection,
    stream: 'folders',
    title: 'Folders',
    status,
    ...counts,
    message: '',
  };
}

function toProgress(part: Partial<Progress> = {}): Progress {
  const who = { by: 'anne@example.com', isMine: true, startedAt: 0, now: 0, connection: 'c1', waiting: ['c2'] };
  const counts = { stream: 'Folders', streamsDone: 0, streamsAll: 2, read: 100, total: 500, rows: 100, rate: 0 };
  return { state: 'running', ...who, ...counts, ...part };
}

/** `google.script.run`: remembers calls, and answers polls at once where the test says what. */
function runner(handlers: { resolve?: (value: unknown) => void; reject?: (error: Error) => void } = {}): object {
  const record =
    (name: Name) =>
    (...given: readonly unknown[]): void => {
      const fail = (): void => handlers.reject?.(new Error('Exceeded maximum execution time'));
      calls.push({ name, given, answer: (value) => handlers.resolve?.(value), fail });
      if (name === 'readProgress' && progress !== undefined) handlers.resolve?.({ ok: true, value: progress });
    };
  return {
    withSuccessHandler: (resolve: (value: unknown) => void) => runner({ ...handlers, resolve }),
    withFailureHandler: (reject: (error: Error) => void) => runner({ ...handlers, reject }),
    runNow: record('runNow'),
    continueNow: record('continueNow'),
    readProgress: record('readProgress'),
    stopRun: record('stopRun'),
  };
}
