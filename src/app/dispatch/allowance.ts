import * as v from 'valibot';
import { clock } from '../../platform/clock';
import { mailsLeft } from '../../platform/mails-left';
import { userStore } from '../../platform/property-stores';
import { requestsSent } from '../../platform/send';
import { readStored } from '../read-stored';

/**
 * What Google allows a person in 24 hours (developers.google.com, Quotas for Google Services), and what automatic executions of this
 * script have used of it. Google counts all scripts of the person together and tells nobody: a twentieth is left to them, and to
 * ticks that find all spent.
 */
export interface Allowance {
  /** Milliseconds that triggers may run, in the 24 hours from `since` on, and that they have run. */
  readonly ms: number;
  readonly usedMs: number;
  /** Requests to other systems, the same. */
  readonly requests: number;
  readonly usedRequests: number;
  /** When the first of what was used was used, in milliseconds since 1970. */
  readonly since: number;
}

/** The milliseconds of trigger time that are left. */
export function msLeft({ ms, usedMs }: Allowance): number {
  return Math.max(0, ms - usedMs);
}

/**
 * Does what Google starts by itself, and counts what it takes. One that was killed is counted by the next. The execution's work is
 * called with the allowance as it stood before.
 */
export function withinAllowance<T>(work: (allowance: Allowance) => T): T {
  const startedAt = clock.now();
  const begun = readUsage();
  writeUsage({ ...begun, open: [...begun.open, startedAt] });
  const before = requestsSent();
  try {
    return work(toAllowance(begun));
  } finally {
    const { open, ...usage } = readUsage();
    writeUsage({
      ...usage,
      ms: usage.ms + clock.now() - startedAt,
      requests: usage.requests + requestsSent() - before,
      open: open.filter((at) => at !== startedAt),
    });
  }
}

const PROPERTY = 'usage';
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Google kills an execution then. */
const LONGEST = 6 * MINUTE;

const LIMITS = {
  consumer: { ms: 90 * MINUTE, requests: 20_000 },
  workspace: { ms: 6 * 60 * MINUTE, requests: 100_000 },
};
const SHARE = 0.95;
/** A consumer account may send 100 mails a day, a Workspace account 1,500: the only allowance that Google tells. */
const CONSUMER_MAILS = 100;

const USAGE = v.object({
  since: v.number(),
  ms: v.number(),
  requests: v.number(),
  kind: v.picklist(['consumer', 'workspace']),
  /** When executions began that have not ended. */
  open: v.array(v.number()),
});

type Usage = v.InferOutput<typeof USAGE>;

function readUsage(): Usage {
  const now = clock.now();
  const stored = readStored(USAGE, userStore().get(PROPERTY));
  if (!stored || now >= stored.since + DAY) return { since: now, ms: 0, requests: 0, kind: kindOf(), open: [] };
  const killed = stored.open.filter((at) => now - at > LONGEST);
  const open = stored.open.filter((at) => now - at <= LONGEST);
  return { ...stored, open, ms: stored.ms + killed.length * LONGEST };
}

function writeUsage(usage: Usage): void {
  userStore().set(PROPERTY, JSON.stringify(usage));
}

function kindOf(): Usage['kind'] {
  return mailsLeft() > CONSUMER_MAILS ? 'workspace' : 'consumer';
}

function toAllowance({ since, ms, requests, kind }: Usage): Allowance {
  const limit = LIMITS[kind];
  return { since, ms: limit.ms * SHARE, usedMs: ms, requests: limit.requests * SHARE, usedRequests: requests };
}
