import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { ActButton } from './act-button';
import { AnswerNotice } from './answer-notice';
import { ConfirmDialog } from './confirm-dialog';
import { ContactsChoice } from './contacts-choice';
import { toNumber } from './format';
import { say } from './language';
import { call } from './server';
import { useAnswer } from './use-answer';
import type { ContactsRun } from './use-contacts-run';
import { type Decided, useDecisions } from './use-decisions';
import { useKeptFocus } from './use-kept-focus';

/** What Sync does not decide by itself, and the answers, which are carried out together. */
export function ContactsChoices({ run }: { readonly run: ContactsRun }): JSX.Element {
  const list = useAnswer('', () => call('readChoices'));
  const choices = list.value ?? [];
  useKeptFocus(list.value);
  const { valueOf, choose, decided, forget } = useDecisions(choices);
  const decide = async (): Promise<void> => {
    if (!(await run.decide(decided.map(({ id, value }) => ({ id, value }))))) return;
    forget();
    list.ask();
  };
  return (
    <>
      <AnswerNotice answer={list} waiting={{ fr: 'Lecture de ce qui attend…', en: 'Reading what waits…' }} />
      {list.value && <p>{say(choices.length === 0 ? NOTHING : WHAT)}</p>}
      <ul class="list">
        {choices.map((choice) => (
          <li key={choice.id}>
            <ContactsChoice
              choice={choice}
              chosen={valueOf(choice.id)}
              onChoose={(value) => {
                choose(choice.id, value);
              }}
            />
          </li>
        ))}
      </ul>
      {choices.some(({ options }) => options.length > 0) && (
        <Apply decided={decided} isBusy={run.busy !== null} onApply={() => void decide()} />
      )}
    </>
  );
}

const NOTHING = { fr: 'Rien n’attend votre décision.', en: 'Nothing waits for your decision.' };
const WHAT = {
  fr: 'Rien ne change avant votre réponse. Ce que vous laissez sans réponse attend encore.',
  en: 'Nothing changes before you answer. What you leave unanswered goes on waiting.',
};

interface ApplyProps {
  readonly decided: readonly Decided[];
  readonly isBusy: boolean;
  readonly onApply: () => void;
}

/** Carries the answers out; those that delete something are asked about once more. */
function Apply({ decided, isBusy, onApply }: ApplyProps): JSX.Element {
  const [isAsked, setAsked] = useState(false);
  const dangers = decided.filter(({ isDanger }) => isDanger);
  const count = toNumber(decided.length);
  return (
    <div class="row dock">
      <ActButton
        words={{ fr: `Appliquer (${count})`, en: `Apply (${count})` }}
        isMain
        isBusy={isBusy || decided.length === 0}
        onAct={() => {
          if (dangers.length > 0) setAsked(true);
          else onApply();
        }}
      />
      {isAsked && (
        <ConfirmDialog
          title={say({ fr: 'Supprimer pour de bon ?', en: 'Really delete?' })}
          action={say({ fr: 'Supprimer', en: 'Delete' })}
          isDanger
          onConfirm={() => {
            setAsked(false);
            onApply();
          }}
          onCancel={() => {
            setAsked(false);
          }}
        >
          <ul class="points">
            {dangers.map(({ id, title, label }) => (
              <li key={id}>{`${title} · ${label}`}</li>
            ))}
          </ul>
        </ConfirmDialog>
      )}
    </div>
  );
}
