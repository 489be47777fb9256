import type { JSX } from 'preact';
import type { ContactListView, ContactView } from '../src/app/rpc';
import { toNumber } from './format';
import { say } from './language';

export interface ContactsFoundProps {
  readonly list: ContactListView;
  /** Their refs. */
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** The contacts that a search has found, to be checked; says how many there are in all. */
export function ContactsFound({ list: { contacts, total }, chosen, onChange }: ContactsFoundProps): JSX.Element {
  return (
    <>
      <p role="status">{toTotal(contacts.length, total)}</p>
      <ul class="list">
        {contacts.map((contact) => (
          <li key={contact.ref}>
            <Contact
              contact={contact}
              isChosen={chosen.includes(contact.ref)}
              onChange={(isChosen) => {
                onChange(isChosen ? [...chosen, contact.ref] : chosen.filter((ref) => ref !== contact.ref));
              }}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

function toTotal(shown: number, total: number): string {
  const all = toNumber(total);
  if (total === 0) return say({ fr: 'Aucun contact trouvé.', en: 'No contact found.' });
  if (shown < total) {
    const first = toNumber(shown);
    return say({
      fr: `${all} contacts, dont voici les ${first} premiers. Précisez la recherche pour voir les autres.`,
      en: `${all} contacts; these are the first ${first}. Search for more words to see the others.`,
    });
  }
  return say({
    fr: total === 1 ? '1 contact trouvé.' : `${all} contacts trouvés.`,
    en: total === 1 ? '1 contact found.' : `${all} contacts found.`,
  });
}

interface ContactProps {
  readonly contact: ContactView;
  readonly isChosen: boolean;
  readonly onChange: (isChosen: boolean) => void;
}

function Contact({ contact: { name, email, phone, linked }, isChosen, onChange }: ContactProps): JSX.Element {
  const [title = say(NAMELESS), ...others] = [name, email, phone].filter(Boolean);
  return (
    <label class="choice">
      <input
        type="checkbox"
        checked={isChosen}
        onChange={(event) => {
          onChange(event.currentTarget.checked);
        }}
      />
      <span>
        {title} {linked && <span class="badge">{say({ fr: 'déjà relié', en: 'already tied' })}</span>}
        {others.length > 0 && <span class="help">{others.join(' · ')}</span>}
      </span>
    </label>
  );
}

const NAMELESS = { fr: 'Sans nom', en: 'No name' };
