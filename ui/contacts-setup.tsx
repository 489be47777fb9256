import type { JSX } from 'preact';
import type { ContactsSettings } from '../src/app/rpc';
import { ContactsForm } from './contacts-form';
import { ContactsPromise, ContactsSteps } from './contacts-guide';
import type { ContactsPartProps } from './contacts-part';
import { say } from './language';

/** What the sync of contacts is, and the form that sets it up. */
export function ContactsSetup({ onChanged }: Pick<ContactsPartProps, 'onChanged'>): JSX.Element {
  return (
    <>
      <ContactsPromise />
      <section class="stack" aria-labelledby="contacts-steps">
        <h2 id="contacts-steps">{say({ fr: 'Pour commencer', en: 'First steps' })}</h2>
        <ContactsSteps />
      </section>
      <section class="stack" aria-labelledby="contacts-form">
        <h2 id="contacts-form">{say({ fr: 'Vos choix', en: 'Your choices' })}</h2>
        <p class="help">{say(LATER)}</p>
        <ContactsForm
          settings={USUAL}
          onSaved={(view) => {
            onChanged(view, SAVED);
          }}
        />
      </section>
    </>
  );
}

const LATER = {
  fr: 'Les réponses habituelles sont déjà là. Tout se change plus tard.',
  en: 'The usual answers are there already. All can be changed later.',
};

const SAVED = {
  fr: 'C’est enregistré, et l’onglet est prêt. Remplissez-le si vous voulez, puis regardez l’aperçu.',
  en: 'It is saved, and the tab is ready. Fill it if you like, then look at the preview.',
};

const USUAL: ContactsSettings = {
  scope: { kind: 'label', name: 'Clients' },
  direction: 'both',
  tie: 'sheet',
  hourly: true,
  atOnce: false,
};
