import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Failure, Home, View } from '../src/app/rpc';
import { say } from './language';
import { Notice } from './notice';
import { RunEndNotice } from './run-end-notice';
import { RunProgress } from './run-progress';
import { RunStatus } from './run-status';
import { settled } from './settled';
import type { RunState, SyncRun } from './sync-run';

export interface RunPanelProps {
  /** Where the user is: how the last run ended is told until they go elsewhere. */
  readonly view: View;
  readonly home: Home;
  readonly runs: { readonly run: SyncRun; readonly state: RunState };
  readonly onOpen: (view: View) => void;
}

/** The run under way, with a way to stop it, and how the last one ended; nothing when there was none. */
export function RunPanel({ view, home, runs: { run, state }, onOpen }: RunPanelProps): JSX.Element {
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    run.dismiss();
  }, [run, view]);
  useEffect(() => {
    if (state.isActive || state.end) place.current?.scrollIntoView({ block: 'nearest' });
    // The button that had the focus is gone; while the user types into the spreadsheet, the focus stays there.
    if (state.end && document.hasFocus() && document.activeElement === document.body) place.current?.focus();
  }, [state.isActive, state.end]);
  return (
    <section ref={place} tabIndex={-1} class="run" aria-label={say({ fr: 'Synchronisation', en: 'Sync' })}>
      <RunStatus home={home} state={state} />
      {state.isActive && <ActiveRun home={home} run={run} state={state} />}
      {state.end && (
        <RunEndNotice
          end={state.end}
          home={home}
          onOpen={onOpen}
          onClose={() => {
            run.dismiss();
            place.current?.focus();
          }}
        />
      )}
    </section>
  );
}

interface ActiveRunProps {
  readonly home: Home;
  readonly run: SyncRun;
  readonly state: RunState;
}

function ActiveRun({ home, run, state }: ActiveRunProps): JSX.Element {
  const [failure, setFailure] = useState<Failure | null>(null);
  const isStopping = state.isStopping || state.progress?.state === 'stopping';
  const stop = async (): Promise<void> => {
    setFailure(null);
    const answer = await settled(run.stop());
    if (!answer.ok) setFailure(answer);
  };
  return (
    <div class="card">
      <RunProgress home={home} state={state} />
      {failure && <Notice kind="error" text={failure.advice} details={failure.details} />}
      <div class="row">
        <button
          type="button"
          aria-disabled={isStopping}
          onClick={() => {
            if (!isStopping) void stop();
          }}
        >
          {isStopping ? say({ fr: 'Arrêt demandé…', en: 'Stopping…' }) : say({ fr: 'Arrêter', en: 'Stop' })}
        </button>
      </div>
    </div>
  );
}
