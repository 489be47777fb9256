import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { ContactsView } from '../src/app/rpc';
import { ContactsActions } from './contacts-actions';
import { ContactsCard } from './contacts-card';
import type { ContactsPartProps } from './contacts-part';
import { ContactsReset } from './contacts-reset';
import { say } from './language';
import type { ContactsRun } from './use-contacts-run';

export interface ContactsHomeProps extends Pick<ContactsPartProps, 'onOpen' | 'onSync' | 'onChanged'> {
  readonly view: ContactsView;
  readonly run: ContactsRun;
}

/** How the contacts are, and what their owner can do with them. */
export function ContactsHome({ view, run, onOpen, onSync, onChanged }: ContactsHomeProps): JSX.Element {
  const [isAsked, setAsked] = useState(false);
  return (
    <>
      <ContactsCard view={view} isBusy={run.busy !== null} isTold={run.outcome !== null} />
      {view.isMine ? (
        <ContactsActions
          {...{ view, run, onOpen, onSync }}
          onReset={() => {
            setAsked(true);
          }}
        />
      ) : (
        <Others owner={view.owner} onOpen={onOpen} />
      )}
      {isAsked && (
        <ContactsReset
          onCancel={() => {
            setAsked(false);
          }}
          onReset={(next) => {
            setAsked(false);
            onChanged(next, RESET);
          }}
        />
      )}
    </>
  );
}

const RESET = {
  fr: 'Sync a oublié quelle ligne va avec quel contact. Rien n’a été supprimé. Regardez l’aperçu avant de synchroniser.',
  en: 'Sync has forgotten which row belongs to which contact. Nothing was deleted. Look at the preview before you sync.',
};

function Others({ owner, onOpen }: { readonly owner: string } & Pick<ContactsHomeProps, 'onOpen'>): JSX.Element {
  return (
    <>
      <p>
        {say({
          fr: `Ce sont les contacts Google de ${owner}. Vous pouvez corriger l’onglet, mais seul ${owner} peut synchroniser, décider et changer les réglages.`,
          en: `These are the Google contacts of ${owner}. You can edit the tab, but only ${owner} can sync, decide and change the settings.`,
        })}
      </p>
      <button
        type="button"
        class="quiet"
        onClick={() => {
          onOpen('help');
        }}
      >
        {say({ fr: 'Aide sur les contacts', en: 'Help with contacts' })}
      </button>
    </>
  );
}
