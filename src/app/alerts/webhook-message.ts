import * as v from 'valibot';
import { utf8Length } from '../../core/utf8';
import { redactSeen } from '../secrets';
import type { AlertSubject } from './alert-subject';
import { spreadsheetUrl } from './compose-mail';
import type { EndedRun } from './ended-runs';
import { toLine } from './plain-text';
import { WEBHOOK_EVENTS } from './webhook';

/** What is told to webhooks, but for the spreadsheet's address. */
export type WebhookMessage = v.InferOutput<typeof MESSAGE>;

/** How much of it a run is. */
export function runOf(run: EndedRun): v.InferOutput<typeof RUN> {
  const [{ connection, run: began, cause }] = run.entries;
  return {
    id: `${connection}-${began.toString(36)}`,
    status: run.status,
    started_at: toIso(run.startedAt),
    duration_ms: run.duration,
    rows: { read: run.read, inserted: run.inserted, updated: run.updated, removed: run.removed },
    cause: cause?.kind ?? 'manual',
    ...(cause?.kind === 'schedule' ? { due: toIso(cause.due) } : {}),
    ...(cause?.kind === 'call' ? { call: cause.id } : {}),
  };
}

/** A connection as webhooks are told of it: no settings. */
export function connectionOf({
  id,
  title,
  connector,
}: Omit<AlertSubject, 'owner'>): WebhookMessage['data']['connection'] {
  return { id, title: toLine(redactSeen(title), LONGEST_TITLE), connector };
}

/** `message` on one line, without secrets, and so short that all of it fits into `MOST_BYTES`. */
export function withText(
  message: Omit<WebhookMessage, 'data'> & { readonly data: Data },
  text: string,
): WebhookMessage {
  const line = redactSeen(text);
  for (let longest = LONGEST_TEXT; ; longest = Math.floor(longest / 2)) {
    const whole = { ...message, data: { ...message.data, message: toLine(line, longest) } };
    if (longest < 2 || utf8Length(JSON.stringify(whole)) <= MOST_BYTES) return whole;
  }
}

/** What is sent: the same text each time. */
export function toBody({ type, timestamp, data }: WebhookMessage): string {
  return JSON.stringify({ type, timestamp, data: { ...data, spreadsheet_url: spreadsheetUrl() } });
}

/** ISO 8601, UTC. */
export function toIso(ms: number): string {
  return new Date(ms).toISOString();
}

/** Ninety may wait in the document's properties, which hold 500 KB in all and 9 KB each. */
const MOST_BYTES = 1100;
const LONGEST_TITLE = 100;
const LONGEST_TEXT = 600;

const COUNT = v.number();
const RUN = v.object({
  /** As in the history. */
  id: v.string(),
  status: v.string(),
  started_at: v.string(),
  duration_ms: COUNT,
  rows: v.object({ read: COUNT, inserted: COUNT, updated: COUNT, removed: COUNT }),
  cause: v.picklist(['schedule', 'call', 'manual']),
  due: v.exactOptional(v.string()),
  /** The id that the call from outside was answered with. */
  call: v.exactOptional(v.string()),
});

const DATA = v.object({
  /** Only in what the Test button sends. */
  test: v.exactOptional(v.literal(true)),
  connection: v.object({ id: v.string(), title: v.string(), connector: v.string() }),
  run: v.exactOptional(RUN),
  message: v.string(),
});

type Data = Omit<v.InferOutput<typeof DATA>, 'message'>;

/** What a property holds of it. */
export const MESSAGE = v.object({
  /** Of the message, the same at each attempt. */
  id: v.string(),
  type: v.picklist(WEBHOOK_EVENTS),
  timestamp: v.string(),
  data: DATA,
});
