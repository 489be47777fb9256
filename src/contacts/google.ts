import { PeopleError } from '../core/errors';
import type { Person } from '../platform/services';
import { chunk } from './chunk';
import type { Contact } from './contact';
import { createContacts } from './create-contacts';
import type { Mirror } from './mirror';
import type { AskPeople } from './patient-people';
import type { ClientEdit, Replica, Written } from './replica';
import { PERSON_FIELDS, toContact } from './to-contact';
import { updateContacts } from './update-contacts';

/** Google Contacts as one side of the sync; what it writes is in the mirror when a method returns. */
export interface GoogleReplica extends Replica<Contact> {
  /** Deletes contacts, those that are gone already included. */
  remove(refs: readonly string[]): void;
  /** Whether a search finds a contact that holds the address, or a sync's mark. */
  search(email: string): readonly Contact[];
}

/** What writing to Google stands on. */
export interface GoogleSide {
  readonly ask: AskPeople;
  readonly mirror: Mirror;
  /** Google's own words for contacts that this execution has listed, by resource name. */
  readonly persons: Map<string, Person>;
  /** The resource name of the label that new contacts get; null: none. Throws what Google throws where it is to be made. */
  readonly label: () => string | null;
}

/** Deletions go 500 at a time (people.batchDeleteContacts). */
const MOST_REMOVED = 500;
/** And are read 200 at a time (people.getBatchGet). */
const MOST_READ = 200;

export function createGoogle(side: GoogleSide): GoogleReplica {
  const { ask, mirror } = side;
  let isWarm = false;
  return {
    create(clients) {
      const written = createContacts(side, clients);
      note(mirror, written, []);
      return written;
    },
    update(edits) {
      const written = updateContacts(side, edits);
      note(mirror, written, edits);
      return written;
    },
    remove(refs) {
      for (const some of chunk(refs, MOST_REMOVED)) removeAll(ask, some);
      const gone = mirror.contacts().filter(({ ref }) => refs.includes(ref));
      mirror.put(new Map(gone.map(({ source }) => [source, null])));
    },
    search(email) {
      // A blank search first makes Google load what it searches (people.searchContacts).
      if (!isWarm) ask((people) => people.search('', PERSON_FIELDS));
      isWarm = true;
      return ask((people) => people.search(email, PERSON_FIELDS)).flatMap((person) => toContact(person) ?? []);
    },
  };
}

/** What Google answers of a contact may be older than what it listed. */
function note(mirror: Mirror, written: readonly Written<Contact>[], edits: readonly ClientEdit<Contact>[]): void {
  const before = new Map(edits.map(({ id, at }) => [id, at.source]));
  const news = new Map<string, Contact | null>();
  for (const each of written) {
    if (each.state !== 'done' && each.state !== 'moved') continue;
    const source = each.at?.source ?? before.get(each.id);
    if (source === undefined) continue;
    const known = mirror.find(source);
    const isOld = each.at !== null && known !== undefined && each.at.updatedAt < known.updatedAt;
    if (!isOld) news.set(source, each.at);
  }
  mirror.put(news);
}

/** Those that are gone already must not keep the others: Google deletes all of a batch or none. */
function removeAll(ask: AskPeople, refs: readonly string[]): void {
  try {
    ask((people) => {
      people.remove(refs);
    });
  } catch (error) {
    if (!(error instanceof PeopleError) || !['missing', 'invalid', 'passing'].includes(error.kind)) throw error;
    const left = stillThere(ask, refs);
    if (left.length === refs.length) for (const ref of refs) removeOne(ask, ref);
    else if (left.length > 0) removeAll(ask, left);
  }
}

function stillThere(ask: AskPeople, refs: readonly string[]): readonly string[] {
  const answers = chunk(refs, MOST_READ).flatMap((some) => ask((people) => people.get(some, PERSON_FIELDS)));
  return answers.flatMap(({ ref, person }) => (person ? [ref] : []));
}

function removeOne(ask: AskPeople, ref: string): void {
  try {
    ask((people) => {
      people.removeOne(ref);
    });
  } catch (error) {
    if (!(error instanceof PeopleError) || error.kind !== 'missing') throw error;
  }
}
