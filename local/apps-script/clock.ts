import type { Outcome } from './outcome';
import { nextRun } from './schedule';
import type { State, TriggerRecord } from './state';

/** A trigger that went off, and how its handler ended. */
export interface Fired {
  readonly handler: string;
  /** When the handler was started, in virtual milliseconds since 1970. */
  readonly at: number;
  readonly outcome: Outcome;
}

/** The virtual clock: it moves only by `advance`, `runUntilIdle` and what executions cost. */
export interface Clock {
  readonly advance: (ms: number) => Fired[];
  readonly runUntilIdle: () => Fired[];
  /** Fires a trigger now, by its id, out of its turn: only a one-shot trigger has fired then. Throws when there is none. */
  readonly fire: (id: string) => Outcome;
  /** Takes a clock trigger's next firing away: it stays in the list. Throws when no clock trigger has that id. */
  readonly disable: (id: string) => void;
}

type Fire = (trigger: TriggerRecord, given: { readonly event: object }) => Outcome;

/** A clock that fires the triggers of `state` through `fire`, one after another. */
export function createClock(state: State, fire: Fire): Clock {
  const fireNext = (trigger: TriggerRecord, dueAt: number): Fired => {
    state.now = Math.max(state.now, dueAt);
    const at = state.now;
    // A one-shot trigger stays in the list, disabled, until the script deletes it.
    trigger.nextAt = trigger.schedule && nextRun(trigger.schedule, dueAt);
    const outcome = fire(trigger, { event: toEvent(trigger.id, at) });
    skipMissed(trigger, state.now);
    return { handler: trigger.handler, at, outcome };
  };
  const fireUntil = (end: number): Fired[] => {
    const fired: Fired[] = [];
    for (let due = nextDue(state.triggers); due && due.nextAt <= end; due = nextDue(state.triggers)) {
      fired.push(fireNext(due.trigger, due.nextAt));
      if (fired.length > MAX_FIRED) throw new Error(`More than ${String(MAX_FIRED)} triggers went off without an end.`);
    }
    return fired;
  };
  return {
    advance(ms) {
      const end = state.now + ms;
      const fired = fireUntil(end);
      state.now = Math.max(state.now, end);
      return fired;
    },
    runUntilIdle() {
      const fired: Fired[] = [];
      for (let next = nextOnce(state.triggers); next !== null; next = nextOnce(state.triggers)) {
        fired.push(...fireUntil(next));
        if (fired.length > MAX_FIRED)
          throw new Error('One-shot triggers keep making others: they never come to an end.');
      }
      return fired;
    },
    fire: (id) => fireNow(state, fire, id),
    disable: (id) => {
      disable(state, id);
    },
  };
}

const MAX_FIRED = 100_000;
const DAY = 86_400_000;

function fireNow(state: State, fire: Fire, id: string): Outcome {
  const trigger = triggerOf(state, id);
  if (trigger.schedule?.kind === 'once') trigger.nextAt = null;
  return fire(trigger, { event: trigger.event === 'CLOCK' ? toEvent(id, state.now) : { triggerUid: id } });
}

function disable(state: State, id: string): void {
  const trigger = triggerOf(state, id);
  if (trigger.event !== 'CLOCK') throw new Error(`The trigger ${id} waits for an event.`);
  trigger.nextAt = null;
}

function triggerOf({ triggers }: State, id: string): TriggerRecord {
  const trigger = triggers.find((known) => known.id === id);
  if (!trigger) throw new Error(`There is no trigger ${id}.`);
  return trigger;
}

function nextDue(triggers: readonly TriggerRecord[]): { trigger: TriggerRecord; nextAt: number } | null {
  let first: { trigger: TriggerRecord; nextAt: number } | null = null;
  for (const trigger of triggers) {
    if (trigger.nextAt !== null && (first === null || trigger.nextAt < first.nextAt)) {
      first = { trigger, nextAt: trigger.nextAt };
    }
  }
  return first;
}

function nextOnce(triggers: readonly TriggerRecord[]): number | null {
  const pending = triggers.filter((trigger) => trigger.schedule?.kind === 'once' && trigger.nextAt !== null);
  return nextDue(pending)?.nextAt ?? null;
}

/** Google would start what falls due meanwhile beside the running execution; here it follows once. */
function skipMissed(trigger: TriggerRecord, now: number): void {
  while (trigger.schedule && trigger.nextAt !== null) {
    const after = nextRun(trigger.schedule, trigger.nextAt);
    if (after === null || after > now) return;
    trigger.nextAt = after;
  }
}

/** A clock event (developers.google.com, "Event objects", time-driven events): all in UTC. */
function toEvent(triggerUid: string, at: number): object {
  const date = new Date(at);
  const year = date.getUTCFullYear();
  const weekDay = date.getUTCDay() || 7;
  const thursday = Date.UTC(year, date.getUTCMonth(), date.getUTCDate() + 4 - weekDay);
  const firstOfYear = Date.UTC(new Date(thursday).getUTCFullYear(), 0, 1);
  return {
    triggerUid,
    timezone: 'UTC',
    year,
    month: date.getUTCMonth() + 1,
    'day-of-month': date.getUTCDate(),
    'day-of-week': weekDay,
    'week-of-year': Math.ceil(((thursday - firstOfYear) / DAY + 1) / 7),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  };
}
