import type { Change, Hold, HoldReason, Loss, Update } from './action';
import type { Client } from './client';
import type { Contact } from './contact';
import { emailKey, fieldKey, isEmail, isSame, toSendable } from './field-key';
import { FIELDS, type Field, type Fields } from './fields';
import { holdOf } from './hold-of';
import type { Link } from './link';
import { mergeField, type Merged } from './merge-field';
import type { Policy, Side } from './policy';
import { project, referenceOf } from './project';

/** A row and a contact that are the same client; `link`: null when they meet for the first time. */
export interface Pair {
  readonly client: Client;
  readonly contact: Contact;
  readonly link: Link | null;
}

/** Who else has an address. */
export interface Owners {
  isOfOtherRow(key: string, client: Client): boolean;
  isOfOtherContact(key: string, contact: Contact): boolean;
}

/** How often a sync writes one field of one client in a day before a value that comes back counts as a quarrel. */
const MOST_WRITES = 3;
const DAY = 24 * 3_600_000;

/**
 * What is to be done for a pair: the merge of all its fields, null when nothing is, or a hold that leaves it as it is. The
 * address, by which the two find each other, is never erased, and never becomes somebody else's.
 */
export function mergeClient(pair: Pair, policy: Policy, owners: Owners): Update | Hold | null {
  const { client, contact, link } = pair;
  const base = link?.base ?? null;
  const google = project(contact, referenceOf(link, client.fields));
  const reason = whyNot(pair, google, owners);
  if (reason) return holdOf(reason, pair);
  const only = onlySide(pair, policy);
  const winner = only ?? whoIsLater(pair) ?? policy.tie;
  const merged = FIELDS.map((field) => {
    const found = mergeField(field, base?.[field] ?? null, client.fields[field], google[field], winner);
    return { field, ...found, isLeft: only !== null && found.to === only };
  });
  const done = merged.filter(({ isLeft }) => !isLeft);
  const changes = done.flatMap(({ field, to, value }) => (to ? [changeOf(field, to, value, pair, google)] : []));
  const quarrel = changes.find((change) => link && isQuarrel(link, change, policy.now));
  if (quarrel) return holdOf('loop', pair, { field: quarrel.field });
  const losses = done.flatMap((each) => (each.rule ? [lossOf(each, pair, google)] : []));
  const isNews = link?.state !== 'linked' || link.ref !== contact.ref || link.source !== contact.source;
  const isAgreed = done.every(({ field, value }) => base !== null && isSame(field, base[field], value));
  if (!isNews && isAgreed && changes.length === 0) return null;
  return {
    kind: done.some(({ isConflict }) => isConflict) ? 'conflict' : 'update',
    ...{ client, contact, link, changes, losses },
    extraEmail: only === 'sheet' || only === null ? extraEmail(done, client, google) : null,
    base: baseOf(merged, base, client, google),
  };
}

type FieldMerge = Merged & { readonly field: Field; readonly isLeft: boolean };

function whyNot({ client, contact, link }: Pair, google: Fields, owners: Owners): HoldReason | null {
  const typed = client.fields.email;
  if (emailKey(typed) === '') return link ? 'emailErased' : 'noEmail';
  if (!isEmail(typed)) return 'badEmail';
  if (!isEmail(google.email)) return 'emailErasedInGoogle';
  if (!link) return null;
  const isTyped = !isSame('email', typed, link.base.email);
  if (isTyped && owners.isOfOtherContact(emailKey(typed), contact)) return 'emailTaken';
  const isChanged = !isSame('email', google.email, link.base.email);
  return isChanged && owners.isOfOtherRow(emailKey(google.email), client) ? 'emailTaken' : null;
}

/** The side that always wins, and is never written; null where both are. */
function onlySide({ client, contact }: Pair, { direction, pushed, pulled }: Policy): Side | null {
  if (pushed?.has(client.row) || direction === 'toGoogle') return 'sheet';
  return pulled?.has(contact.ref) || direction === 'fromGoogle' ? 'google' : null;
}

/** Null where it cannot be told: an edit from before the last sync says nothing about one that came after it. */
function whoIsLater({ client, contact, link }: Pair): Side | null {
  if (!link || client.changedAt === null || client.changedAt <= link.syncedAt) return null;
  if (contact.updatedAt <= link.syncedAt || contact.updatedAt === client.changedAt) return null;
  return client.changedAt > contact.updatedAt ? 'sheet' : 'google';
}

function changeOf(field: Field, side: Side, value: string, { client }: Pair, google: Fields): Change {
  const from = side === 'google' ? google[field] : client.fields[field];
  const to = side === 'google' ? toSendable(field, client.fields) : value.trim();
  return { side, field, from, to };
}

function isQuarrel({ writes }: Link, { field, to }: Change, now: number): boolean {
  const recent = writes.filter((write) => write.field === field && now - write.at < DAY);
  return recent.length >= MOST_WRITES && recent.some(({ key }) => key === fieldKey(field, to));
}

function lossOf({ field, value, to, rule }: FieldMerge, { client, link }: Pair, google: Fields): Loss {
  const side = to ?? 'sheet';
  const common = link?.base[field] ?? '';
  // Where both sides did alike, what they had before is what stands nowhere any more.
  const before = to === null ? common : side === 'sheet' ? client.fields[field] : google[field];
  return { field, side, before, after: value, common, rule: rule ?? 'changed' };
}

/** The address that lost stays with the contact, which may have several. */
function extraEmail(merged: readonly FieldMerge[], { fields }: Client, google: Fields): string | null {
  const email = merged.find(({ field }) => field === 'email');
  if (email?.rule !== 'conflict') return null;
  return email.to === 'google' ? google.email : toSendable('email', fields);
}

/** A field that was left as it is counts as changed on the other side next time too. */
function baseOf(merged: readonly FieldMerge[], base: Fields | null, client: Client, google: Fields): Fields {
  const agreed = merged.map(({ field, value, to, isLeft }) => {
    const unwritten = to === 'sheet' ? client.fields[field] : google[field];
    return [field, isLeft ? (base?.[field] ?? unwritten) : value] as const;
  });
  return Object.fromEntries(agreed) as Record<Field, string>;
}
