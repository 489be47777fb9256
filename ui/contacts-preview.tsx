import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { PlanView } from '../src/app/rpc';
import { ActButton } from './act-button';
import { AnswerNotice } from './answer-notice';
import { ContactsForce } from './contacts-force';
import { ContactsPlan } from './contacts-plan';
import { say, typeset } from './language';
import { Notice } from './notice';
import { call } from './server';
import { useAnswer } from './use-answer';
import type { ContactsRun } from './use-contacts-run';

export interface ContactsPreviewProps {
  /** What the tab is called. */
  readonly tab: string;
  readonly run: ContactsRun;
  readonly onSync: (force: boolean) => void;
}

/** What a sync would do now, and the way to have it done. */
export function ContactsPreview({ tab, run, onSync }: ContactsPreviewProps): JSX.Element {
  const plan = useAnswer('', () => call('previewContacts'));
  return (
    <>
      <p class="help">{say(NOTHING_WRITTEN)}</p>
      <AnswerNotice answer={plan} waiting={{ fr: 'Comparaison des deux côtés…', en: 'Comparing both sides…' }} />
      {plan.value && (
        <>
          <p class="advice">{typeset(plan.value.summary)}</p>
          <Decision plan={plan.value} isBusy={run.busy !== null || plan.isBusy} onSync={onSync} onAgain={plan.ask} />
          <ContactsPlan plan={plan.value} tab={tab} />
        </>
      )}
    </>
  );
}

const NOTHING_WRITTEN = {
  fr: 'Rien n’est écrit tant que vous ne synchronisez pas.',
  en: 'Nothing is written until you sync.',
};

interface DecisionProps {
  readonly plan: PlanView;
  readonly isBusy: boolean;
  readonly onSync: (force: boolean) => void;
  readonly onAgain: () => void;
}

function Decision({ plan: { guard, canForce }, isBusy, onSync, onAgain }: DecisionProps): JSX.Element {
  const [isAsked, setAsked] = useState(false);
  const isFree = guard === undefined;
  const begin = (): void => {
    if (isFree) onSync(false);
    else setAsked(true);
  };
  return (
    <>
      {!isFree && <Notice kind="warning" text={guard} />}
      <div class="row">
        {(isFree || canForce) && (
          <ActButton words={isFree ? SYNC : ANYWAY} isMain={isFree} isBusy={isBusy} onAct={begin} />
        )}
        <ActButton words={AGAIN} isBusy={isBusy} onAct={onAgain} />
      </div>
      {isAsked && !isFree && (
        <ContactsForce
          reason={guard}
          onForce={onSync}
          onCancel={() => {
            setAsked(false);
          }}
        />
      )}
    </>
  );
}

const SYNC = { fr: 'Synchroniser', en: 'Sync' };
const ANYWAY = { fr: 'Synchroniser quand même…', en: 'Sync all the same…' };
const AGAIN = { fr: 'Comparer de nouveau', en: 'Compare again' };
