import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { ActButton } from './act-button';
import { ConfirmDialog } from './confirm-dialog';
import { say } from './language';

/** What can be done about remote calls: they are switched on, get another secret, are switched off. */
export type RemoteAct = 'on' | 'rotate' | 'off';

export interface RemoteActionsProps {
  readonly isBusy: boolean;
  readonly onAct: (act: Asked) => void;
}

/** The buttons that take something away from callers, once the user has read what that means. */
export function RemoteActions({ isBusy, onAct }: RemoteActionsProps): JSX.Element {
  const [asked, setAsked] = useState<Asked | null>(null);
  const ask = (what: Asked) => (): void => {
    setAsked(what);
  };
  const answer = (isYes: boolean): void => {
    setAsked(null);
    if (isYes && asked) onAct(asked);
  };
  return (
    <>
      <ActButton words={ROTATE} isBusy={isBusy} onAct={ask('rotate')} />
      <ActButton words={OFF} isBusy={isBusy} onAct={ask('off')} />
      {asked && <Question asked={asked} onAnswer={answer} />}
    </>
  );
}

type Asked = Exclude<RemoteAct, 'on'>;

interface QuestionProps {
  readonly asked: Asked;
  readonly onAnswer: (isYes: boolean) => void;
}

function Question({ asked, onAnswer }: QuestionProps): JSX.Element {
  const { title, action, meaning } = QUESTIONS[asked];
  return (
    <ConfirmDialog
      title={say(title)}
      action={say(action)}
      onConfirm={() => {
        onAnswer(true);
      }}
      onCancel={() => {
        onAnswer(false);
      }}
    >
      <p>{say(meaning)}</p>
    </ConfirmDialog>
  );
}

const ROTATE = { fr: 'Renouveler le secret…', en: 'Renew the secret…' };
const OFF = { fr: 'Désactiver…', en: 'Switch off…' };

const QUESTIONS = {
  rotate: {
    title: { fr: 'Renouveler le secret ?', en: 'Renew the secret?' },
    action: { fr: 'Renouveler', en: 'Renew' },
    meaning: {
      fr: 'Le secret actuel ne vaudra plus rien, tout de suite. Donnez le nouveau à chaque programme qui appelle Sync.',
      en: 'The present secret is worth nothing any more, at once. Give the new one to each program that calls Sync.',
    },
  },
  off: {
    title: { fr: 'Désactiver les appels à distance ?', en: 'Switch remote calls off?' },
    action: { fr: 'Désactiver', en: 'Switch off' },
    meaning: {
      fr: 'Plus aucun programme ne peut appeler Sync. Les synchronisations automatiques continuent. Si vous réactivez les appels, le secret sera un autre.',
      en: 'No program can call Sync any more. Automatic syncs go on. If you switch calls on again, the secret is another one.',
    },
  },
};
