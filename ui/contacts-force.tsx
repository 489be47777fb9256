import type { JSX } from 'preact';
import { ConfirmDialog } from './confirm-dialog';
import { say, typeset } from './language';

export interface ContactsForceProps {
  /** Why a sync stops by itself. */
  readonly reason: string;
  readonly onForce: (force: true) => void;
  readonly onCancel: () => void;
}

/** Asks whether so much is really to be changed. */
export function ContactsForce({ reason, onForce, onCancel }: ContactsForceProps): JSX.Element {
  return (
    <ConfirmDialog
      title={say({ fr: 'Synchroniser quand même ?', en: 'Sync all the same?' })}
      action={say({ fr: 'Synchroniser quand même', en: 'Sync all the same' })}
      isDanger
      onConfirm={() => {
        onCancel();
        onForce(true);
      }}
      onCancel={onCancel}
    >
      <p class="advice">{typeset(reason)}</p>
      <p>{say(MEANING)}</p>
    </ConfirmDialog>
  );
}

const MEANING = {
  fr: 'Continuez seulement si ces changements sont voulus. Même alors, aucune ligne ni aucun contact n’est supprimé, et chaque valeur remplacée reste dans le journal.',
  en: 'Go on only if these changes are meant. Even then no row and no contact is deleted, and each replaced value stays in the journal.',
};
