import { PeopleError, SyncError } from '../core/errors';
import type { Words } from '../core/model';
import type { PersonAnswer } from '../platform/services';
import { chunk } from './chunk';
import type { Contact } from './contact';
import type { GoogleSide } from './google';
import { newPerson } from './new-person';
import { problemOf } from './people-problem';
import type { NewClient, Written } from './replica';
import { PERSON_FIELDS, toContact } from './to-contact';

/**
 * Makes contacts, 200 at a time (people.batchCreateContacts). Google makes all of a batch or none: what one of them is refused
 * for keeps it from the batch. A request without an answer is never sent again, since it may have been carried out. Once nothing
 * more can be made now, nothing more is asked for.
 */
export function createContacts(side: GoogleSide, clients: readonly NewClient[]): readonly Written<Contact>[] {
  try {
    // Looked up by itself, so that its failure is not taken for one of the request that makes contacts.
    side.label();
  } catch (error) {
    return unsent(clients, error);
  }
  return createEach(side, chunk(clients, BATCH));
}

const BATCH = 200;

function createEach(side: GoogleSide, batches: readonly (readonly NewClient[])[]): readonly Written<Contact>[] {
  const written: Written<Contact>[] = [];
  for (const batch of batches) {
    const end = written.find(({ state }) => state === 'unsent');
    written.push(...(end ? batch.map(({ id }) => ({ ...end, id })) : createBatch(side, batch)));
  }
  return written;
}

function createBatch(side: GoogleSide, batch: readonly NewClient[]): readonly Written<Contact>[] {
  if (batch.length === 0) return [];
  try {
    return toWritten(send(side, batch), batch);
  } catch (error) {
    if (!(error instanceof PeopleError)) return unsent(batch, error);
    if (error.kind === 'passing') return batch.map(({ id }) => ({ id, state: 'unknown' }));
    return error.kind === 'invalid' ? withoutRefused(side, batch, error) : unsent(batch, error);
  }
}

/** What keeps all of them from being made now. */
function unsent(batch: readonly NewClient[], error: unknown): readonly Written<Contact>[] {
  if (!(error instanceof PeopleError || error instanceof SyncError)) throw error;
  return batch.map(({ id }) => ({ id, state: 'unsent', error }));
}

function send({ ask, label }: GoogleSide, batch: readonly NewClient[]): readonly PersonAnswer[] {
  const own = label();
  const persons = batch.map(({ id, fields }) => newPerson(fields, id, own));
  return ask((people) => people.create(persons, PERSON_FIELDS), false);
}

/** By the mark that each contact has: the order of the answers is not documented. */
function toWritten(answers: readonly PersonAnswer[], batch: readonly NewClient[]): readonly Written<Contact>[] {
  const made = new Map<string, Contact>();
  for (const { person } of answers) {
    const contact = person && toContact(person);
    if (contact) made.set(contact.tag, contact);
  }
  return batch.map(({ id }) => {
    const at = made.get(id);
    return at ? { id, state: 'done', at } : { id, state: 'unknown' };
  });
}

/** Without those that Google named or, where it named none, one by one in halves. */
function withoutRefused(
  side: GoogleSide,
  batch: readonly NewClient[],
  error: PeopleError,
): readonly Written<Contact>[] {
  const problems = new Map<string, Words>();
  for (const [place, text] of Object.entries(error.contacts)) {
    const client = batch[Number(place)];
    if (client) problems.set(client.id, problemOf(text));
  }
  const [only, ...others] = batch;
  if (problems.size === 0 && only && others.length === 0) problems.set(only.id, problemOf(error.message));
  const refused = [...problems].map(([id, problem]): Written<Contact> => ({ id, state: 'refused', problem }));
  const rest = batch.filter(({ id }) => !problems.has(id));
  if (refused.length > 0) return [...refused, ...createBatch(side, rest)];
  const half = Math.ceil(rest.length / 2);
  return createEach(side, [rest.slice(0, half), rest.slice(half)]);
}
