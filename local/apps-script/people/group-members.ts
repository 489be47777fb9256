import { currentOf, type ContactRecord, type Json } from './contact-book';
import { findContact, write, type Desk } from './contact-records';
import { isOpenGroup } from './group-book';
import { groupIn } from './groups';
import { bodyOf, type Call } from './people-call';
import { invalid } from './people-refusal';
import { groupOf, membershipOf } from './to-fields';

/**
 * contactGroups.members.modify: adds and removes up to 1,000 contacts. What is not found is told, and so are contacts that
 * would be in no group any more.
 */
export function modifyMembers(call: Call): Json {
  const group = `contactGroups/${call.name}`;
  groupIn(call, group);
  const body = bodyOf(call);
  const added = namesIn(body.resourceNamesToAdd);
  const removed = namesIn(body.resourceNamesToRemove);
  if (added.length + removed.length > 1000) throw invalid('Cannot modify more than 1000 members.');
  if (added.length > 0 && !isOpenGroup(group)) throw invalid('Contacts cannot be added to this contact group.');
  const missing = [...added, ...removed].filter((name) => !findContact(call.book, name));
  for (const name of added) label(call, findContact(call.book, name), group, true);
  const last = removed.filter((name) => !label(call, findContact(call.book, name), group, false));
  return {
    ...(missing.length > 0 ? { notFoundResourceNames: missing } : {}),
    ...(last.length > 0 ? { canNotRemoveLastContactGroupResourceNames: last } : {}),
  };
}

/** Puts a contact into a group or takes it out; false when it would be in none then, and stays. */
export function label(desk: Desk, record: ContactRecord | undefined, group: string, isMember: boolean): boolean {
  const fields = record && currentOf(record).fields;
  if (!record || !fields) return true;
  const others = (fields.memberships ?? []).filter((item) => groupOf(item) !== group);
  const wasMember = others.length < (fields.memberships ?? []).length;
  if (wasMember === isMember) return true;
  if (!isMember && others.length === 0) return false;
  write(desk, record, { ...fields, memberships: isMember ? [...others, membershipOf(group)] : others });
  return true;
}

function namesIn(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
