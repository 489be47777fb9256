import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Failure, RemoteView, Result } from '../src/app/rpc';
import { ActButton } from './act-button';
import { say } from './language';
import { Notice } from './notice';
import { RemoteActions, type RemoteAct } from './remote-actions';
import { RemoteFacts } from './remote-facts';
import { RemoteSecret } from './remote-secret';
import { call } from './server';
import { settled } from './settled';
import { useAnswer } from './use-answer';
import { useKeptFocus } from './use-kept-focus';

/** Whether other programs may start syncs: off and on, where they call, with which secret, and who called without it. */
export function RemoteSection(): JSX.Element {
  const { value, failure, isBusy, ask } = useAnswer('remote', () => call('openRemote'));
  const change = useChange();
  const view = change.view ?? value;
  useKeptFocus(view?.isOn);
  const problem = change.failure ?? failure;
  return (
    <section class="stack" aria-labelledby="remote">
      <h2 id="remote">{say({ fr: 'Appels à distance', en: 'Remote calls' })}</h2>
      <p class="help">{say(WHAT)}</p>
      {problem && <Notice kind="error" text={problem.advice} details={problem.details} />}
      {!view && isBusy && <p role="status">{say({ fr: 'Un instant…', en: 'One moment…' })}</p>}
      {!view && failure && <ActButton words={{ fr: 'Réessayer', en: 'Try again' }} isBusy={isBusy} onAct={ask} />}
      {view?.isOn === true && <RemoteFacts view={view} />}
      {view?.secret !== undefined && <RemoteSecret secret={view.secret} />}
      {view?.isOn === true && <RemoteActions isBusy={change.isBusy} onAct={change.make} />}
      {view?.isOn === false && (
        <ActButton
          words={{ fr: 'Activer les appels à distance', en: 'Switch remote calls on' }}
          isBusy={change.isBusy}
          onAct={() => {
            change.make('on');
          }}
        />
      )}
    </section>
  );
}

const WHAT = {
  fr: 'Un autre programme (cron, serveur, Zapier…) peut lancer vos synchronisations et lire leur état, avec un secret. Désactivés tant que vous ne les activez pas.',
  en: 'Another program (cron, server, Zapier…) can start your syncs and read how they went, with a secret. Off until you switch them on.',
};

/** What was changed since the section was opened. */
interface Change {
  readonly view: RemoteView | null;
  readonly failure: Failure | null;
  readonly isBusy: boolean;
  readonly make: (act: RemoteAct) => void;
}

const CALLS: Readonly<Record<RemoteAct, () => Promise<Result<RemoteView>>>> = {
  on: () => call('switchRemote', true),
  rotate: () => call('rotateRemote'),
  off: () => call('switchRemote', false),
};

function useChange(): Change {
  const [state, setState] = useState<Omit<Change, 'make'>>({ view: null, failure: null, isBusy: false });
  const make = async (act: RemoteAct): Promise<void> => {
    setState({ ...state, failure: null, isBusy: true });
    const result = await settled(CALLS[act]());
    setState(
      result.ok
        ? { view: result.value, failure: null, isBusy: false }
        : { view: state.view, failure: result, isBusy: false },
    );
  };
  return { ...state, make: (act) => void make(act) };
}
