import { PeopleError } from '../core/errors';
import type { Person, PersonAnswer } from '../platform/services';
import { chunk } from './chunk';
import type { Contact } from './contact';
import { isSame } from './field-key';
import { FIELDS, type Fields } from './fields';
import type { GoogleSide } from './google';
import { patchPerson, type PersonPatch } from './patch-person';
import { problemOf } from './people-problem';
import { project } from './project';
import type { ClientEdit, Written } from './replica';
import { PERSON_FIELDS, toContact } from './to-contact';

type Edit = ClientEdit<Contact>;
type Outcome = Written<Contact>;

/**
 * Changes contacts, 200 at a time (people.batchUpdateContacts), those together whose lists are the same: all bodies of a batch share
 * one mask, and what a body lacks of it is cleared. Each body is built from what Google has at that moment; where that is not
 * what the plan saw, nothing is written. A request without an answer is looked up before it counts as done.
 */
export function updateContacts(side: GoogleSide, edits: readonly Edit[]): readonly Outcome[] {
  return chunk(edits, BATCH).flatMap((some) => updateSome(side, some));
}

const BATCH = 200;

/** An edit and the request that makes it. */
interface Ready {
  readonly edit: Edit;
  readonly patch: PersonPatch;
}

function updateSome(side: GoogleSide, edits: readonly Edit[]): readonly Outcome[] {
  readPersons(side, edits);
  const outcomes: Outcome[] = [];
  const groups = new Map<string, Ready[]>();
  for (const edit of edits) {
    const ready = prepare(edit, side.persons.get(edit.at.ref) ?? null);
    if ('state' in ready) outcomes.push(ready);
    else groups.set(ready.patch.mask.join(), [...(groups.get(ready.patch.mask.join()) ?? []), ready]);
  }
  return [...outcomes, ...[...groups.values()].flatMap((group) => send(side, group))];
}

/** Contacts that came in this execution need not be asked for again: if one changed since, its etag says so. */
function readPersons(side: GoogleSide, edits: readonly Edit[]): void {
  const unknown = edits.map(({ at }) => at.ref).filter((ref) => !side.persons.has(ref));
  if (unknown.length > 0) ask(side, unknown);
}

/** The contacts as they are now, those that are there. */
function ask({ ask: askPeople, persons }: GoogleSide, refs: readonly string[]): ReadonlyMap<string, Person> {
  const found = new Map<string, Person>();
  for (const { ref, person } of askPeople((people) => people.get(refs, PERSON_FIELDS))) {
    if (person) found.set(ref, person);
  }
  for (const ref of refs) {
    const person = found.get(ref);
    if (person) persons.set(ref, person);
    else persons.delete(ref);
  }
  return found;
}

function prepare(edit: Edit, person: Person | null): Ready | Outcome {
  const { id, at } = edit;
  const contact = person && toContact(person, (source) => source === at.source);
  if (!person || !contact) return { id, state: 'moved', at: null };
  if (!isAsPlanned(edit, contact)) return { id, state: 'moved', at: contact };
  const patch = patchPerson(person, at.source, edit);
  return patch ? { edit, patch } : { id, state: 'moved', at: null };
}

function isAsPlanned({ at, reference }: Edit, contact: Contact): boolean {
  const [planned, now] = [project(at, reference), project(contact, reference)];
  return FIELDS.every((field) => isSame(field, planned[field], now[field]));
}

function send(side: GoogleSide, group: readonly Ready[]): readonly Outcome[] {
  const [only, ...others] = group;
  if (!only) return [];
  const mask = only.patch.mask.join();
  try {
    const answers = side.ask(
      (people) =>
        others.length === 0
          ? [{ ref: only.edit.at.ref, person: people.updateOne(only.patch.body, mask, PERSON_FIELDS) }]
          : people.update(
              group.map(({ patch }) => patch.body),
              mask,
              PERSON_FIELDS,
            ),
      false,
    );
    return readAnswers(side, group, answers);
  } catch (error) {
    if (!(error instanceof PeopleError)) throw error;
    return afterRefusal(side, group, error);
  }
}

/** An answer may lack what was written: then it is looked up. */
function readAnswers(side: GoogleSide, group: readonly Ready[], answers: readonly PersonAnswer[]): readonly Outcome[] {
  // The etag of the answer is the one for the next change (people.updateContact).
  for (const { ref, person } of answers) if (person) side.persons.set(ref, person);
  const written = new Map(answers.map(({ ref, person }) => [ref, person]));
  const done = group.flatMap(({ edit: { id, at: planned } }): readonly Outcome[] => {
    const person = written.get(planned.ref);
    const at = person && toContact(person, (known) => known === planned.source);
    return at ? [{ id, state: 'done', at }] : [];
  });
  const silent = group.filter(({ edit }) => !done.some(({ id }) => id === edit.id));
  return [...done, ...lookUp(side, silent)];
}

function afterRefusal(side: GoogleSide, group: readonly Ready[], error: PeopleError): readonly Outcome[] {
  if (error.kind === 'passing') return lookUp(side, group);
  if (!['stale', 'missing', 'invalid'].includes(error.kind)) throw error;
  const [only, ...others] = group;
  if (only && others.length === 0) return afterOwnRefusal(side, only, error);
  const isNamed = ({ edit }: Ready): boolean => edit.at.ref in error.contacts;
  const named = group.filter(isNamed);
  const rest = group.filter((ready) => !isNamed(ready));
  // Where Google does not say whose fault it was, half of them are tried at a time.
  const half = Math.ceil(group.length / 2);
  if (named.length === 0) return [...send(side, group.slice(0, half)), ...send(side, group.slice(half))];
  return [...named.flatMap((ready) => send(side, [ready])), ...send(side, rest)];
}

function afterOwnRefusal(side: GoogleSide, { edit }: Ready, error: PeopleError): readonly Outcome[] {
  const { id } = edit;
  if (error.kind === 'invalid') return [{ id, state: 'refused', problem: problemOf(error.message) }];
  const person = ask(side, [edit.at.ref]).get(edit.at.ref);
  return [{ id, state: 'moved', at: person ? toContact(person, (source) => source === edit.at.source) : null }];
}

/** Whether what was written has arrived, contact by contact. */
function lookUp(side: GoogleSide, group: readonly Ready[]): readonly Outcome[] {
  if (group.length === 0) return [];
  const refs = group.map(({ edit }) => edit.at.ref);
  const found = ask(side, refs);
  return group.map(({ edit }): Outcome => {
    const { id, at } = edit;
    const person = found.get(at.ref) ?? null;
    const contact = person && toContact(person, (source) => source === at.source);
    if (!contact) return { id, state: 'moved', at: null };
    return isWritten(edit, contact) ? { id, state: 'done', at: contact } : { id, state: 'moved', at: contact };
  });
}

function isWritten({ at, reference, changes, extraEmail }: Edit, contact: Contact): boolean {
  const before = project(at, reference);
  const after = { ...before, ...Object.fromEntries(changes.map(({ field, to }) => [field, to])) };
  const like = (base: Fields): Fields => project(contact, { base, left: [], row: null });
  const [now, still] = [like(after), like(before)];
  const hasExtra = extraEmail === null || contact.emails.some((email) => isSame('email', email, extraEmail));
  // Another item may stand there once the client's own was erased.
  return (
    hasExtra &&
    changes.every(({ field, to }) =>
      to === '' ? !isSame(field, still[field], before[field]) : isSame(field, now[field], to),
    )
  );
}
