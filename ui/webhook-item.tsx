import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { AlertsView, NewSecret, Result, WebhookView } from '../src/app/rpc';
import { ActButton } from './act-button';
import { ConfirmDialog } from './confirm-dialog';
import { say, typeset, type Words } from './language';
import { Notice, type NoticeProps } from './notice';
import { call } from './server';
import { settled } from './settled';
import { deliveryWords, EVENTS, STATES } from './webhook-words';

export interface WebhookItemProps {
  readonly webhook: WebhookView;
  readonly onView: (view: AlertsView) => void;
  readonly onSecret: (made: NewSecret) => void;
}

/** A webhook: where it is, what it is told of, how that goes, and what can be done with it. */
export function WebhookItem(props: WebhookItemProps): JSX.Element {
  const { id, url, events, owner, isMine, state, why } = props.webhook;
  const { isBusy, notice, acts } = useActs(props);
  const [asked, setAsked] = useState<keyof typeof QUESTIONS | null>(null);
  const titles = EVENTS.filter(({ name }) => events.includes(name)).map(({ title }) => say(title));
  return (
    <article class="card" aria-labelledby={`webhook-${id}`} aria-busy={isBusy}>
      <h3 id={`webhook-${id}`}>{url}</h3>
      <p class="row">
        <span class={`badge ${STATES[state].kind}`}>{say(STATES[state].words)}</span>
        {!isMine && <span class="help">{owner}</span>}
      </p>
      <p class="help">{titles.join(', ')}</p>
      <p class="help">{typeset(deliveryWords(props.webhook))}</p>
      {why !== undefined && <Notice kind="warning" text={why} />}
      {notice && <Notice {...notice} />}
      <Buttons webhook={props.webhook} isBusy={isBusy} acts={acts} onAsk={setAsked} />
      {asked && (
        <ConfirmDialog
          title={say(QUESTIONS[asked].title)}
          action={say(QUESTIONS[asked].action)}
          isDanger={asked === 'remove'}
          onConfirm={() => {
            setAsked(null);
            acts[asked]();
          }}
          onCancel={() => {
            setAsked(null);
          }}
        >
          <p>{say(QUESTIONS[asked].meaning)}</p>
        </ConfirmDialog>
      )}
    </article>
  );
}

type Acts = Readonly<Record<'test' | 'turn' | 'rotate' | 'remove', () => void>>;

/** What can be done with a webhook, and how it went. */
function useActs({ webhook: { id, state }, onView, onSecret }: WebhookItemProps): {
  readonly isBusy: boolean;
  readonly notice: NoticeProps | null;
  readonly acts: Acts;
} {
  const [isBusy, setBusy] = useState(false);
  const [notice, setNotice] = useState<NoticeProps | null>(null);
  const act = async <T,>(question: Promise<Result<T>>, onAnswer: (value: T) => void): Promise<void> => {
    setBusy(true);
    setNotice(null);
    const answer = await settled(question);
    setBusy(false);
    if (answer.ok) onAnswer(answer.value);
    else setNotice({ kind: 'error', text: answer.advice, details: answer.details });
  };
  const acts: Acts = {
    test: () =>
      void act(call('testWebhook', id), ({ isOk, text, alerts }) => {
        setNotice({ kind: isOk ? 'success' : 'error', text });
        onView(alerts);
      }),
    turn: () => void act(call('switchWebhook', id, state !== 'on'), onView),
    rotate: () => void act(call('rotateWebhook', id), onSecret),
    remove: () => void act(call('removeWebhook', id), onView),
  };
  return { isBusy, notice, acts };
}

interface ButtonsProps {
  readonly webhook: WebhookView;
  readonly isBusy: boolean;
  readonly acts: Acts;
  readonly onAsk: (question: keyof typeof QUESTIONS) => void;
}

function Buttons({ webhook: { isMine, state }, isBusy, acts, onAsk }: ButtonsProps): JSX.Element {
  const turn: Words =
    state === 'on' ? { fr: 'Éteindre', en: 'Switch off' } : { fr: 'Réactiver', en: 'Switch on again' };
  return (
    <div class="row">
      {isMine && <ActButton words={{ fr: 'Tester', en: 'Test' }} isBusy={isBusy} onAct={acts.test} />}
      {(isMine || state === 'on') && <ActButton words={turn} isBusy={isBusy} onAct={acts.turn} />}
      {isMine && (
        <ActButton
          words={{ fr: 'Nouveau secret…', en: 'New secret…' }}
          isBusy={isBusy}
          onAct={() => {
            onAsk('rotate');
          }}
        />
      )}
      <ActButton
        words={{ fr: 'Supprimer…', en: 'Remove…' }}
        isBusy={isBusy}
        onAct={() => {
          onAsk('remove');
        }}
      />
    </div>
  );
}

const QUESTIONS = {
  rotate: {
    title: { fr: 'Faire un nouveau secret ?', en: 'Make a new secret?' },
    action: { fr: 'Nouveau secret', en: 'New secret' },
    meaning: {
      fr: 'Le secret actuel reste valable 24 heures à côté du nouveau : le temps de changer l’autre service.',
      en: 'The present secret stays good for 24 hours beside the new one: time to change the other service.',
    },
  },
  remove: {
    title: { fr: 'Supprimer ce webhook ?', en: 'Remove this webhook?' },
    action: { fr: 'Supprimer', en: 'Remove' },
    meaning: {
      fr: 'Plus rien n’est envoyé à cette adresse, et ce qui attendait est perdu.',
      en: 'Nothing is sent to this address any more, and what was waiting is lost.',
    },
  },
} as const;
