import * as v from 'valibot';
import { clock } from '../../platform/clock';
import { documentStore } from '../../platform/property-stores';
import { userEmail } from '../../platform/session';
import { readAllStored, readStored } from '../read-stored';
import type { Mail } from './compose-mail';
import { postMail } from './post-mail';

type Properties = Readonly<Record<string, string>>;

/**
 * Sends a mail about the connection or webhook of that id. One that cannot be sent now is owed, in place of an earlier one about the
 * same, until `sendOwedMails` can.
 */
export function sendOrOwe(id: string, mail: Mail): void {
  documentStore().set(
    PREFIX + id,
    JSON.stringify({ ...mail, to: [...mail.to], by: userEmail(), at: clock.now() } satisfies Owed),
  );
  sendOwed(id);
}

/** Sends what the person who runs the script owes, as long as `until` has not come. */
export function sendOwedMails(until: number): void {
  const person = userEmail();
  for (const [id, { by }] of owedIn(documentStore().all())) {
    if (clock.now() > until) return;
    if (by === person) sendOwed(id);
  }
}

/** Takes back a mail about that id that is still owed; whether there was one. */
export function takeBackMail(id: string): boolean {
  const store = documentStore();
  const isOwed = store.get(PREFIX + id) !== null;
  if (isOwed) store.remove(PREFIX + id);
  return isOwed;
}

/** The mails that are owed, in the document's properties, by the id that they are about. */
export function owedIn(properties: Properties): ReadonlyMap<string, Owed> {
  return readAllStored(OWED, properties, PREFIX);
}

/** A mail that could not be sent. */
type Owed = v.InferOutput<typeof OWED>;

const PREFIX = 'owed.';
/** What nobody could send for so long is no news any more. */
const KEPT_MS = 7 * 24 * 3_600_000;

const OWED = v.object({
  to: v.array(v.string()),
  subject: v.string(),
  body: v.string(),
  /** Whose mails for the day were spent: an e-mail address. */
  by: v.string(),
  /** Milliseconds since 1970. */
  at: v.number(),
});

/** Kept until it is sent: an execution that is killed here rather tells twice than never. */
function sendOwed(id: string): void {
  const store = documentStore();
  const owed = readStored(OWED, store.get(PREFIX + id));
  if (!owed) return;
  if (owed.to.length === 0 || postMail(owed) || clock.now() - owed.at > KEPT_MS) store.remove(PREFIX + id);
}
