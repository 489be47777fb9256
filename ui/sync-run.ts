import type { EntryView, Failure, Progress, Result, RunView } from '../src/app/rpc';
import { call } from './server';

/** What the page knows of a run. */
export interface RunState {
  /** A run goes on, of this page or of somebody else. */
  readonly isActive: boolean;
  /** Null while nothing has been heard of it. */
  readonly progress: Progress | null;
  /** This page asked it to stop. */
  readonly isStopping: boolean;
  /** The script has not said for a while how far it is. */
  readonly isSilent: boolean;
  /** Null until a run ended. */
  readonly end: RunEnd | null;
}

export type RunEnd =
  | { readonly how: 'finished' | 'stopped'; readonly entries: readonly EntryView[] }
  /** Its last execution was not this page's: only the connections tell how it went. `since`: when it began, if known. */
  | { readonly how: 'elsewhere'; readonly since?: number }
  /** The script was busy with something else, as it says itself. */
  | { readonly how: 'refused'; readonly summary: string }
  /** Google was not reached, and nothing began. */
  | { readonly how: 'unreached' }
  | { readonly how: 'failed'; readonly failure: Failure };

export const IDLE: RunState = {
  isActive: false,
  progress: null,
  isStopping: false,
  isSilent: false,
  end: null,
};

const POLL_MS = 2_000;
const LONGEST_WAIT = 60_000;
/** Google kills an execution at six minutes: what has not answered after seven never will. */
const LOST_MS = 7 * 60_000;
const SILENT_POLLS = 4;

/**
 * Carries a run to its end over as many executions as it needs, while the page is open: begins it, asks every two seconds
 * how far it is, and goes on with the person's own run whenever it is paused and its time has come, or was killed.
 */
export class SyncRun {
  private state = IDLE;
  private readonly entries = new Map<string, EntryView>();
  /** Counts runs, and the beginnings and ends of calls within them: what was asked before is out of date. */
  private turn = 0;
  private run = 0;
  private callBegan: number | null = null;
  private wasCut = false;
  private tries = 0;
  private notBefore = 0;
  private missedPolls = 0;
  private refusal: string | null = null;

  /** `onChange` is told each new state. */
  constructor(private readonly onChange: (state: RunState) => void) {}

  /** Syncs connections; nothing happens while a run goes on. */
  start(ids: readonly string[]): void {
    if (this.state.isActive) return;
    this.begin(null);
    void this.drive(call('runNow', ids));
  }

  /** Follows a run that is under way. */
  watch(progress: Progress): void {
    if (!this.state.isActive) this.begin(progress);
  }

  /** Asks the run to end at its next page. Rejects as `call` does. */
  async stop(): Promise<Result<null>> {
    let isHeard = false;
    this.change({ isStopping: true });
    try {
      const answer = await call('stopRun');
      isHeard = answer.ok;
      return answer;
    } finally {
      if (!isHeard) this.change({ isStopping: false });
    }
  }

  /** Forgets how the last run ended. */
  dismiss(): void {
    this.change({ end: null });
  }

  private begin(progress: Progress | null): void {
    this.entries.clear();
    this.run++;
    this.turn++;
    this.wasCut = false;
    this.refusal = null;
    this.tries = this.notBefore = this.missedPolls = 0;
    this.change({ ...IDLE, isActive: true, progress });
    this.pollLater(this.run);
  }

  private pollLater(run: number): void {
    setTimeout(() => void this.poll(run), POLL_MS);
  }

  private async poll(run: number): Promise<void> {
    if (this.isOver(run)) return;
    const { turn } = this;
    const answer = await withLimit(call('readProgress'));
    if (this.isOver(run)) return;
    this.missedPolls = answer?.ok ? 0 : this.missedPolls + 1;
    this.change({ isSilent: this.missedPolls >= SILENT_POLLS });
    if (answer?.ok && turn === this.turn) this.learn(answer.value);
    this.pollLater(run);
  }

  private isOver(run: number): boolean {
    return run !== this.run || !this.state.isActive;
  }

  private learn(progress: Progress | null): void {
    if (progress) this.change({ progress });
    if (this.callBegan !== null) {
      if (Date.now() - this.callBegan > LOST_MS) this.lose();
      return;
    }
    if (progress === null) this.finish(this.unseenEnd());
    else if (this.mayContinue(progress)) void this.drive(call('continueNow'));
  }

  private mayContinue({ isMine, state, now, resumesAt = 0 }: Progress): boolean {
    if (!isMine || Date.now() < this.notBefore) return false;
    return state === 'interrupted' || (state === 'paused' ? now >= resumesAt : this.wasCut);
  }

  private async drive(answer: Promise<Result<RunView>>): Promise<void> {
    const turn = ++this.turn;
    this.callBegan = Date.now();
    const result = await answer.catch(() => null);
    if (turn !== this.turn) return;
    if (!result) {
      this.lose();
      return;
    }
    this.turn++;
    this.callBegan = null;
    if (result.ok) this.hear(result.value);
    else this.finish({ how: 'failed', failure: result });
  }

  /** The execution was killed, or its answer never came: the run may be under way all the same. */
  private lose(): void {
    this.turn++;
    this.callBegan = null;
    this.wasCut = true;
    this.waitLonger();
  }

  private waitLonger(): void {
    this.notBefore = Date.now() + Math.min(LONGEST_WAIT, POLL_MS * 2 ** this.tries++);
  }

  private hear({ state, entries, summary }: RunView): void {
    for (const entry of entries) this.entries.set(`${entry.connection}/${entry.stream}`, entry);
    if (state === 'running') {
      this.refusal = summary;
      this.waitLonger();
    } else if (state === 'paused') {
      this.wasCut = false;
      this.tries = this.notBefore = 0;
    } else if (this.entries.size === 0) this.finish(this.elsewhere());
    else this.finish({ how: state, entries: [...this.entries.values()] });
  }

  private unseenEnd(): RunEnd {
    if (this.state.isStopping) return { how: 'stopped', entries: [...this.entries.values()] };
    if (this.state.progress) return this.elsewhere();
    if (this.refusal !== null) return { how: 'refused', summary: this.refusal };
    return { how: this.wasCut ? 'unreached' : 'elsewhere' };
  }

  private elsewhere(): RunEnd {
    const { progress } = this.state;
    return progress ? { how: 'elsewhere', since: progress.startedAt } : { how: 'elsewhere' };
  }

  private finish(end: RunEnd): void {
    this.change({ ...IDLE, end });
  }

  private change(part: Partial<RunState>): void {
    this.state = { ...this.state, ...part };
    this.onChange(this.state);
  }
}

/** What a call answers; null when it fails, or is still silent after half a minute: a laptop slept meanwhile. */
function withLimit<T>(answer: Promise<T>): Promise<T | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      resolve(null);
    }, 30_000);
    void answer
      .catch(() => null)
      .then((value) => {
        clearTimeout(timer);
        resolve(value);
      });
  });
}
