import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Failure, Home } from '../src/app/rpc';
import { ActButton } from './act-button';
import { Notice } from './notice';
import { call } from './server';
import { settled } from './settled';

export interface LossNoticesProps {
  readonly home: Home;
  readonly onHome: (home: Home) => void;
}

/** Whose automatic syncs do not run any more; the person's own can be started again. */
export function LossNotices({ home, onHome }: LossNoticesProps): JSX.Element | null {
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const revive = async (): Promise<void> => {
    setBusy(true);
    const answer = await settled(call('reviveSyncs'));
    setBusy(false);
    setFailure(answer.ok ? null : answer);
    if (answer.ok) onHome(answer.value);
  };
  if (home.losses.length === 0) return null;
  return (
    <>
      {home.losses.map(({ owner, isMine, text }) => (
        <div key={owner} class="stack">
          <Notice kind="warning" text={text} />
          {isMine && <ActButton words={START} isMain isBusy={isBusy} onAct={() => void revive()} />}
        </div>
      ))}
      {failure && <Notice kind="error" text={failure.advice} details={failure.details} />}
    </>
  );
}

const START = { fr: 'Relancer', en: 'Start again' };
