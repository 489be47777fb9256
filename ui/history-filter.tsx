import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { HistoryRun, Home } from '../src/app/rpc';
import { Field } from './field';
import { say } from './language';

export interface HistoryFilterProps {
  readonly home: Home;
  /** What is shown; null until it came. */
  readonly runs: readonly HistoryRun[] | null;
  /** An id; blank: all. */
  readonly chosen: string;
  readonly onChange: (id: string) => void;
}

/** Whose runs are shown: those of a connection, of the two-way sync once there is or was one, or of all. */
export function HistoryFilter({ home, runs, chosen, onChange }: HistoryFilterProps): JSX.Element {
  const hasContacts = useRef(home.hasContacts);
  // Its runs are out of sight while those of a connection are shown.
  hasContacts.current ||= chosen === CONTACTS.id || runs?.some(({ connection }) => connection === CONTACTS.id) === true;
  const choices = hasContacts.current ? [...home.connections, CONTACTS] : home.connections;
  return (
    <Field name="connection" label={say({ fr: 'Connexion', en: 'Connection' })}>
      {(ties) => (
        <select
          {...ties}
          value={chosen}
          onChange={(event) => {
            onChange(event.currentTarget.value);
          }}
        >
          <option value="">{say({ fr: 'Toutes les connexions', en: 'All connections' })}</option>
          {choices.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** The two-way sync, which has a history as connections do. */
const CONTACTS = { id: 'contacts', title: 'Google Contacts' };
