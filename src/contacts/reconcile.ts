import type { Action, Hold, Loss } from './action';
import type { Client } from './client';
import type { Contact } from './contact';
import { emailKey, fieldKey, isEmail, isSame, toSendable } from './field-key';
import { FIELDS, toFields, type Fields } from './fields';
import { findGuard, type Guard } from './guard';
import { holdOf } from './hold-of';
import type { Link } from './link';
import { mergeClient, type Owners } from './merge-client';
import { pairUp, type Pairing } from './pair-up';
import { isPartial, type Policy, type Side } from './policy';
import { project, referenceOf } from './project';

/** What a sync will do, as data. With a guard there are no actions. */
export interface Plan {
  readonly actions: readonly Action[];
  readonly guard: Guard | null;
  /** What waits, also where the user chose other clients. */
  readonly holds: readonly Hold[];
  /** The row of each link that has one. */
  readonly rows: ReadonlyMap<Link, Client>;
  /** Rows and contacts for which nothing is to be done. */
  readonly unchanged: number;
}

/**
 * What makes both sides agree: `clients` are all rows of the tab, `contacts` all that Google has, `links` what both sides
 * agreed on last. Pure: the same input gives the same plan, whatever its order.
 */
export function reconcile(
  clients: readonly Client[],
  contacts: readonly Contact[],
  links: readonly Link[],
  policy: Policy,
): Plan {
  const pairing = pairUp(
    [...clients].sort((a, b) => a.row - b.row),
    [...contacts].sort((a, b) => compare(a.source, b.source)),
    [...links].sort((a, b) => compare(a.id, b.id)),
  );
  const steps = [...planLinks(pairing, links, policy), ...planRows(pairing, policy), ...planContacts(pairing, policy)];
  const actions = steps.flatMap((step) => step ?? []);
  const guard = findGuard({ ...pairing, clients, links, actions, policy });
  const { rows } = pairing;
  if (guard) return { actions: [], guard, holds: [], rows, unchanged: 0 };
  const isPart = isPartial(policy);
  const chosen = isPart ? actions.filter((each) => each.kind !== 'remove' && isChosen(each, policy)) : actions;
  const planned = withinCap(chosen, policy);
  const holds = (isPart ? actions : planned).flatMap((action) => (action.kind === 'hold' ? [action] : []));
  return { actions: planned, guard: null, holds, rows, unchanged: steps.filter((step) => step === null).length };
}

/** Null where a client needs nothing. */
type Step = Action | null;

function planLinks(pairing: Pairing, links: readonly Link[], policy: Policy): readonly Step[] {
  const owners = ownersIn(pairing);
  return [...links]
    .sort((a, b) => compare(a.id, b.id))
    .map((link) => {
      const client = pairing.rows.get(link) ?? null;
      const contact = pairing.contacts.get(link) ?? null;
      const isAsked = isChosen({ client, contact }, policy);
      if (link.state === 'archived' && !isAsked) return holdOf('archived', { client, contact, link });
      const twins = client ? twinsOf(client, pairing) : [];
      if (client && twins.length > 1) return holdOf('sameRows', { client, contact, link }, { rows: rowsOf(twins) });
      if (client && contact) return mergeClient({ client, contact, link }, policy, owners);
      if (client) return planLostContact(client, link, pairing, policy);
      return contact ? planLostRow(contact, link, policy) : planBothLost(link, policy);
    });
}

/** The rows of its address, itself among them. */
function twinsOf({ fields }: Client, { rowsByEmail }: Pairing): readonly Client[] {
  return isEmail(fields.email) ? (rowsByEmail.get(emailKey(fields.email)) ?? []) : [];
}

function rowsOf(clients: readonly Client[]): readonly number[] {
  return clients.map(({ row }) => row);
}

/** Who has which address. */
export function ownersIn({ rowsByEmail, contactsByEmail }: Pairing): Owners {
  return {
    isOfOtherRow: (key, client) => (rowsByEmail.get(key) ?? []).some(({ row }) => row !== client.row),
    isOfOtherContact: (key, contact) => (contactsByEmail.get(key) ?? []).some(({ ref }) => ref !== contact.ref),
  };
}

/** A change beats a deletion; without one the user decides. */
function planLostContact(client: Client, link: Link, { contactsByEmail }: Pairing, policy: Policy): Step {
  const isToGoogle = policy.direction !== 'fromGoogle';
  const isEdited = FIELDS.some((field) => !isSame(field, client.fields[field], link.base[field]));
  if (link.state === 'creating') {
    if (!isToGoogle || !policy.missing.has(link.id)) return holdOf('creating', { client, link });
  } else if (!isToGoogle || (!isEdited && !isChosen({ client }, policy))) {
    return holdOf('goneInGoogle', { client, link }, { state: 'goneInGoogle' });
  }
  // The contact may have been merged into one that another row has.
  const same = contactsByEmail.get(emailKey(client.fields.email)) ?? [];
  const taken = holdOf('emailTaken', { client, link }, { refs: same.map(({ ref }) => ref) });
  return whyNotCreate(client) ?? (same.length > 0 ? taken : createContact(client, link));
}

function planLostRow(contact: Contact, link: Link, policy: Policy): Step {
  const google = project(contact, referenceOf(link));
  if (policy.pulled?.has(contact.ref)) {
    const losses = lossesSince(link, google, 'sheet');
    return { kind: 'create', side: 'sheet', contact, fields: google, link, losses };
  }
  const isEdited = FIELDS.some((field) => !isSame(field, google[field], link.base[field]));
  const reason = isEdited ? 'goneInSheetChanged' : 'goneInSheet';
  return holdOf(reason, { contact, link }, { state: 'goneInSheet' });
}

function planBothLost(link: Link, policy: Policy): Step {
  if (link.state === 'creating' && !policy.missing.has(link.id)) return holdOf('creating', { link });
  const losses = FIELDS.filter((field) => fieldKey(field, link.base[field]) !== '').map((field): Loss => {
    const before = link.base[field];
    return { field, side: 'sheet', before, after: '', common: before, rule: 'bothGone' };
  });
  return { kind: 'remove', link, losses };
}

/** Rows of no link: new ones, copies, and all of them when what was agreed on is lost. */
function planRows(pairing: Pairing, policy: Policy): readonly Step[] {
  const { freeRows } = pairing;
  const seekers = new Map<Contact, number>();
  for (const contact of freeRows.flatMap((client) => freeContactsOf(client, pairing))) {
    seekers.set(contact, (seekers.get(contact) ?? 0) + 1);
  }
  return freeRows.map((client) => {
    const twins = twinsOf(client, pairing);
    if (twins.length > 1) return holdOf('sameRows', { client }, { rows: rowsOf(twins) });
    const refusal = whyNotCreate(client);
    if (refusal) return refusal;
    const same = pairing.contactsByEmail.get(emailKey(client.fields.email)) ?? [];
    const unlinked = freeContactsOf(client, pairing);
    const chosen = unlinked.filter(({ ref }) => policy.chosen?.has(ref));
    const free = chosen.length > 0 ? chosen : unlinked;
    const [contact] = free;
    if (free.length > 1) return holdOf('sameContacts', { client }, { refs: same.map(({ ref }) => ref) });
    // A contact may have the addresses of two rows, such as after a merge.
    const isOnly = contact && seekers.get(contact) === 1 && (same.length === 1 || chosen.length > 0);
    if (isOnly) return mergeClient({ client, contact, link: null }, policy, ownersIn(pairing));
    if (same.length > 0) return holdOf('emailTaken', { client }, { refs: same.map(({ ref }) => ref) });
    return policy.direction === 'fromGoogle' && !policy.pushed
      ? holdOf('oneWay', { client })
      : createContact(client, null);
  });
}

/** The contacts of a row's address that no link has. */
function freeContactsOf({ fields }: Client, { contactsByEmail, freeContacts }: Pairing): readonly Contact[] {
  return (contactsByEmail.get(emailKey(fields.email)) ?? []).filter((contact) => freeContacts.has(contact));
}

/** Contacts of no link and no row. */
function planContacts({ freeContacts, rowsByEmail, contactsByEmail }: Pairing, policy: Policy): readonly Step[] {
  const meetsRow = ({ emails }: Contact): boolean => emails.some((email) => rowsByEmail.has(emailKey(email)));
  const isWanted = (contact: Contact): boolean =>
    policy.pulled ? policy.pulled.has(contact.ref) : !meetsRow(contact) && policy.isInScope(contact);
  const wanted = [...freeContacts].filter(isWanted);
  return wanted.map((contact) => {
    const fields = project(contact, referenceOf(null));
    if (!isEmail(fields.email)) return holdOf('contactWithoutEmail', { contact });
    const same = contactsByEmail.get(emailKey(fields.email)) ?? [];
    const twins = same.filter((twin) => freeContacts.has(twin) && isWanted(twin));
    if (twins.length > 1) return holdOf('sameContacts', { contact }, { refs: twins.map(({ ref }) => ref) });
    // What meets a row is planned with it.
    if (meetsRow(contact) || (policy.direction === 'toGoogle' && !policy.pulled)) return null;
    return { kind: 'create', side: 'sheet', contact, fields, link: null, losses: [] };
  });
}

function whyNotCreate(client: Client): Hold | null {
  const { email } = client.fields;
  if (emailKey(email) === '') return holdOf('noEmail', { client });
  return isEmail(email) ? null : holdOf('badEmail', { client });
}

function createContact(client: Client, link: Link | null): Action {
  const fields = toFields((field) => toSendable(field, client.fields));
  // What was asked for and never arrived stood nowhere.
  const losses = link && link.state !== 'creating' ? lossesSince(link, client.fields, 'google') : [];
  return { kind: 'create', side: 'google', client, link, fields, losses };
}

/** What a side loses that is made anew from the other, which was changed since both agreed. */
function lossesSince({ base }: Link, fields: Fields, side: Side): readonly Loss[] {
  const changed = FIELDS.filter(
    (field) => fieldKey(field, base[field]) !== '' && !isSame(field, base[field], fields[field]),
  );
  return changed.map((field): Loss => {
    const before = base[field];
    return { field, side, before, after: fields[field], common: before, rule: 'changed' };
  });
}

/** Whether the user chose the row or the contact; an action has either or both. */
function isChosen(
  { client, contact }: { readonly client?: Client | null; readonly contact?: Contact | null },
  { pushed, pulled, chosen }: Policy,
): boolean {
  if (client && pushed?.has(client.row)) return true;
  return contact ? pulled?.has(contact.ref) === true || chosen?.has(contact.ref) === true : false;
}

/** Google limits how many contacts are made in a day: the rest waits for the next. */
function withinCap(actions: readonly Action[], { creations }: Policy): readonly Action[] {
  let left = creations;
  return actions.map((action) => {
    if (action.kind !== 'create' || action.side !== 'google') return action;
    left -= 1;
    return left >= 0 ? action : holdOf('tomorrow', { client: action.client, link: action.link });
  });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
