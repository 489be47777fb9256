import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { ContactsView, Failure } from '../src/app/rpc';
import { ConfirmDialog } from './confirm-dialog';
import { say } from './language';
import { Notice } from './notice';
import { call } from './server';
import { settled } from './settled';

export interface ContactsResetProps {
  readonly onReset: (view: ContactsView) => void;
  readonly onCancel: () => void;
}

/** Asks whether Sync is to forget which row belongs to which contact, says what that means, and does it. */
export function ContactsReset({ onReset, onCancel }: ContactsResetProps): JSX.Element {
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const reset = async (): Promise<void> => {
    setBusy(true);
    setFailure(null);
    const answer = await settled(call('resetContacts'));
    setBusy(false);
    if (answer.ok) onReset(answer.value);
    else setFailure(answer);
  };
  return (
    <ConfirmDialog
      title={say({ fr: 'Recommencer à zéro ?', en: 'Start over?' })}
      action={say({ fr: 'Recommencer', en: 'Start over' })}
      isBusy={isBusy}
      onConfirm={() => void reset()}
      onCancel={onCancel}
    >
      <p>{say(MEANING)}</p>
      <p>{say(NEXT)}</p>
      {failure && <Notice kind="error" text={failure.advice} details={failure.details} />}
    </ConfirmDialog>
  );
}

const MEANING = {
  fr: 'Sync oublie quelle ligne va avec quel contact, et ce qui attendait votre décision. Rien n’est supprimé : ni ligne, ni contact, ni le journal, ni vos réglages.',
  en: 'Sync forgets which row belongs to which contact, and what waited for your decision. Nothing is deleted: no row, no contact, nor the journal or your settings.',
};
const NEXT = {
  fr: 'La prochaine synchronisation se passe comme la première : elle rapproche lignes et contacts par l’adresse e-mail. Utile après une grande remise en ordre, ou si des lignes sont reliées au mauvais contact.',
  en: 'The next sync goes as the first one did: it matches rows and contacts by e-mail address. Useful after a thorough clean-up, or if rows are tied to the wrong contact.',
};
