import type { JSX } from 'preact';
import type { ConnectionView } from '../src/app/rpc';
import { say, type Words } from './language';
import { Notice } from './notice';
import type { FormState, Outcome } from './use-connection-form';

export interface FormActionsProps {
  readonly connection: ConnectionView | undefined;
  readonly state: FormState;
  readonly onCancel: () => void;
}

/** What can be done with the form now, and what the last test or saving came to. */
export function FormActions({ connection, state, onCancel }: FormActionsProps): JSX.Element {
  const { busy, outcome, stage, test, save } = state;
  const isBusy = busy !== null;
  const saveOnly = (): void => {
    save(false);
  };
  return (
    <>
      {outcome && <Result outcome={outcome} isNew={!connection} />}
      <div class="row">
        <button type="submit" class="action" aria-disabled={isBusy} aria-busy={isBusy}>
          {say(primaryWords(state))}
        </button>
        {stage === 'failed' && <Act words={SAVE_ANYWAY} isBusy={isBusy} onClick={saveOnly} />}
        {stage === 'passed' && <Act words={SAVE} isBusy={isBusy} onClick={saveOnly} />}
        {stage === 'stored' && connection?.isMine && <Act words={TEST} isBusy={isBusy} onClick={test} />}
        <Act words={CANCEL} isBusy={busy === 'save'} onClick={onCancel} />
      </div>
    </>
  );
}

const TEST: Words = { fr: 'Tester', en: 'Test' };
const SAVE: Words = { fr: 'Enregistrer', en: 'Save' };
const SAVE_AND_SYNC: Words = { fr: 'Enregistrer et synchroniser', en: 'Save and sync' };
const SAVE_ANYWAY: Words = { fr: 'Enregistrer quand même', en: 'Save anyway' };
const CANCEL: Words = { fr: 'Annuler', en: 'Cancel' };

function primaryWords({ busy, stage }: FormState): Words {
  if (busy === 'test') return { fr: 'Test en cours…', en: 'Testing…' };
  if (busy === 'save') return { fr: 'Enregistrement…', en: 'Saving…' };
  if (stage === 'stored') return SAVE;
  return stage === 'passed' ? SAVE_AND_SYNC : TEST;
}

interface ActProps {
  readonly words: Words;
  readonly isBusy: boolean;
  readonly onClick: () => void;
}

function Act({ words, isBusy, onClick }: ActProps): JSX.Element {
  return (
    <button
      type="button"
      aria-disabled={isBusy}
      onClick={() => {
        if (!isBusy) onClick();
      }}
    >
      {say(words)}
    </button>
  );
}

function Result({ outcome, isNew }: { readonly outcome: Outcome; readonly isNew: boolean }): JSX.Element {
  if ('sentence' in outcome) return <Notice kind="success" text={outcome.sentence} />;
  const { task, failure, field } = outcome;
  const isUnknown = failure.kind === 'NoAnswer';
  const text = [
    ...(isUnknown ? [] : [say(task === 'test' ? TEST_FAILED : SAVE_FAILED)]),
    field === null ? failure.advice : say(SEE_FIELD),
    ...(isUnknown && task === 'save' && isNew ? [say(LOOK_FIRST)] : []),
  ];
  return <Notice kind="error" text={text.join(' ')} details={failure.details} />;
}

const SEE_FIELD: Words = {
  fr: 'Voyez le message du champ à corriger.',
  en: 'See the message of the field to correct.',
};
const TEST_FAILED: Words = { fr: 'Le test n’a pas réussi.', en: 'The test did not succeed.' };
const SAVE_FAILED: Words = { fr: 'Rien n’a été enregistré.', en: 'Nothing was saved.' };
const LOOK_FIRST: Words = {
  fr: 'Mais regardez d’abord dans Connexions si elle s’y trouve déjà.',
  en: 'But first look in Connections whether it is there already.',
};
