import type { JSX } from 'preact';
import type { ContactsView } from '../src/app/rpc';
import { ContactsChoices } from './contacts-choices';
import { ContactsForm } from './contacts-form';
import { ContactsGuide } from './contacts-guide';
import { ContactsHome } from './contacts-home';
import { ContactsJournal } from './contacts-journal';
import { ContactsOff } from './contacts-off';
import { ContactsPicker } from './contacts-picker';
import { ContactsPreview } from './contacts-preview';
import { ContactsSetup } from './contacts-setup';
import { say, type Words } from './language';
import { Notice } from './notice';
import type { ContactsState } from './use-contacts';
import type { Part } from './use-contacts-part';

export interface ContactsPartProps {
  readonly part: Part;
  readonly contacts: ContactsState;
  readonly onOpen: (part: Part) => void;
  readonly onSync: (force: boolean) => void;
  /** How the script shows the contacts after a change, and a sentence for the user. */
  readonly onChanged: (view: ContactsView, said: Words) => void;
}

/** What is open of the contacts' place, once the script has said how all is. */
export function ContactsPart(props: ContactsPartProps): JSX.Element {
  const { view, failure, load } = props.contacts;
  return (
    <>
      {failure && <Notice kind="error" text={failure.advice} details={failure.details} />}
      {view && <Known {...props} view={view} />}
      {!view && failure && (
        <button type="button" class="action" onClick={() => void load()}>
          {say({ fr: 'Réessayer', en: 'Try again' })}
        </button>
      )}
      {!view && !failure && <p role="status">{say({ fr: 'Lecture des contacts…', en: 'Reading the contacts…' })}</p>}
    </>
  );
}

type KnownProps = ContactsPartProps & { readonly view: ContactsView };

function Known({ part, view, contacts, onOpen, onSync, onChanged }: KnownProps): JSX.Element {
  const { run, load } = contacts;
  if (view.service === 'off') return <ContactsOff isSetUp={view.settings !== null} onCheck={load} />;
  if (!view.settings) return <ContactsSetup onChanged={onChanged} />;
  if (part === 'help') return <ContactsGuide />;
  if (part === 'home' || !view.isMine) return <ContactsHome {...{ view, run, onOpen, onSync, onChanged }} />;
  if (part === 'preview') return <ContactsPreview tab={view.tab} run={run} onSync={onSync} />;
  if (part === 'pick') return <ContactsPicker run={run} />;
  if (part === 'choices') return <ContactsChoices run={run} />;
  if (part === 'journal') return <ContactsJournal />;
  return (
    <ContactsForm
      settings={view.settings}
      onSaved={(next) => {
        onChanged(next, SAVED);
      }}
      onCancel={() => {
        onOpen('home');
      }}
    />
  );
}

const SAVED = { fr: 'Réglages enregistrés.', en: 'Settings saved.' };
