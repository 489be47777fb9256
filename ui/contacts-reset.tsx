import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { ContactsView, Failure } from '../src/app/rpc';
import { ConfirmDialog } from './confirm-dialog';
import { say } from './language';
import { Notice } from './notice';
import { call } from './server';
import { settled } from './settled';

export interface ContactsResetProps {
  /** `reset`: to begin again; `leave`: to end it. */
  readonly kind: keyof typeof KINDS;
  readonly onReset: (view: ContactsView) => void;
  readonly onCancel: () => void;
}

/** Asks whether Sync is to forget which row belongs to which contact, or the whole sync, says what that means, and does it. */
export function ContactsReset({ kind, onReset, onCancel }: ContactsResetProps): JSX.Element {
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const reset = async (): Promise<void> => {
    setBusy(true);
    setFailure(null);
    const answer = await settled(call(KINDS[kind].call));
    setBusy(false);
    if (answer.ok) onReset(answer.value);
    else setFailure(answer);
  };
  return (
    <ConfirmDialog
      title={say(KINDS[kind].title)}
      action={say(KINDS[kind].action)}
      isBusy={isBusy}
      onConfirm={() => void reset()}
      onCancel={onCancel}
    >
      <p>{say(KINDS[kind].meaning)}</p>
      <p>{say(KINDS[kind].next)}</p>
      {failure && <Notice kind="error" text={failure.advice} details={failure.details} />}
    </ConfirmDialog>
  );
}

const KINDS = {
  reset: {
    call: 'resetContacts',
    title: { fr: 'Recommencer à zéro ?', en: 'Start over?' },
    action: { fr: 'Recommencer', en: 'Start over' },
    meaning: {
      fr: 'Sync oublie quelle ligne va avec quel contact, et ce qui attendait votre décision. Rien n’est supprimé : ni ligne, ni contact, ni le journal, ni vos réglages.',
      en: 'Sync forgets which row belongs to which contact, and what waited for your decision. Nothing is deleted: no row, no contact, nor the journal or your settings.',
    },
    next: {
      fr: 'La prochaine synchronisation se passe comme la première : elle rapproche lignes et contacts par l’adresse e-mail. Utile après une grande remise en ordre, ou si des lignes sont reliées au mauvais contact.',
      en: 'The next sync goes as the first one did: it matches rows and contacts by e-mail address. Useful after a thorough clean-up, or if rows are tied to the wrong contact.',
    },
  },
  leave: {
    call: 'leaveContacts',
    title: { fr: 'Ne plus synchroniser les contacts ?', en: 'No longer sync the contacts?' },
    action: { fr: 'Ne plus synchroniser', en: 'No longer sync' },
    meaning: {
      fr: 'Sync oublie les réglages des contacts et quelle ligne va avec quel contact. Rien n’est supprimé : ni ligne, ni contact, ni le journal.',
      en: 'Sync forgets the settings of the contacts and which row belongs to which contact. Nothing is deleted: no row, no contact, nor the journal.',
    },
    next: {
      fr: 'Vous, ou quelqu’un d’autre, pouvez le régler de nouveau ensuite, avec les contacts de son propre compte Google.',
      en: 'You or somebody else can then set it up again, with the contacts of their own Google account.',
    },
  },
} as const;
