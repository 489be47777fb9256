import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { ActButton } from './act-button';
import { ConfirmDialog } from './confirm-dialog';
import { say } from './language';

/** What can be done about remote calls: switched on, the secret renewed, switched off. */
export type RemoteAct = 'on' | 'rotate' | 'off';

export interface RemoteActionsProps {
  readonly isOn: boolean;
  readonly isBusy: boolean;
  readonly onAct: (act: RemoteAct) => void;
}

/** The buttons of that; what takes something away from callers asks first. */
export function RemoteActions({ isOn, isBusy, onAct }: RemoteActionsProps): JSX.Element {
  const [asked, setAsked] = useState<Asked | null>(null);
  if (!isOn) {
    return (
      <ActButton
        words={ON}
        isBusy={isBusy}
        onAct={() => {
          onAct('on');
        }}
      />
    );
  }
  return (
    <>
      <ActButton
        words={ROTATE}
        isBusy={isBusy}
        onAct={() => {
          setAsked('rotate');
        }}
      />
      <ActButton
        words={OFF}
        isBusy={isBusy}
        onAct={() => {
          setAsked('off');
        }}
      />
      {asked && (
        <Question
          asked={asked}
          onAnswer={(isYes) => {
            setAsked(null);
            if (isYes) onAct(asked);
          }}
        />
      )}
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

const ON = { fr: 'Activer les appels à distance', en: 'Switch remote calls on' };
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
