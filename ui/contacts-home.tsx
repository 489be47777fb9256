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
  const [asked, setAsked] = useState<'reset' | 'leave' | null>(null);
  return (
    <>
      <ContactsCard view={view} isBusy={run.busy !== null} isTold={run.outcome !== null} />
      {view.isMine ? (
        <ContactsActions {...{ view, run, onOpen, onSync }} onForget={setAsked} />
      ) : (
        <Others owner={view.owner} onOpen={onOpen} onForget={setAsked} />
      )}
      {asked && (
        <ContactsReset
          kind={asked}
          onCancel={() => {
            setAsked(null);
          }}
          onReset={(next) => {
            setAsked(null);
            onChanged(next, asked === 'reset' ? RESET : LEFT);
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

const LEFT = {
  fr: 'Les contacts ne sont plus synchronisés. Rien n’a été supprimé.',
  en: 'The contacts are no longer synced. Nothing was deleted.',
};

interface OthersProps extends Pick<ContactsHomeProps, 'onOpen'> {
  readonly owner: string;
  readonly onForget: (kind: 'leave') => void;
}

function Others({ owner, onOpen, onForget }: OthersProps): JSX.Element {
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
      <button
        type="button"
        class="quiet"
        onClick={() => {
          onForget('leave');
        }}
      >
        {say({ fr: 'Ne plus synchroniser…', en: 'No longer sync…' })}
      </button>
    </>
  );
}
