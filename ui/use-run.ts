import { useEffect, useState } from 'preact/hooks';
import type { Progress } from '../src/app/rpc';
import { IDLE, type RunState, SyncRun } from './sync-run';
import { useReturn } from './use-return';

/**
 * The run that goes on in the spreadsheet, as `state`; `progress` is the one that was under way when the page last asked.
 * `onStep` is called whenever a connection has been synced, at the end, and now and then while nothing goes on.
 */
export function useRun(
  progress: Progress | null,
  onStep: () => void,
): { readonly run: SyncRun; readonly state: RunState } {
  const [state, setState] = useState(IDLE);
  const [run] = useState(() => new SyncRun(setState));
  useEffect(() => {
    if (progress) run.watch(progress);
  }, [run, progress]);
  const connection = state.progress?.connection;
  useEffect(() => {
    if (state.end || connection !== undefined) onStep();
  }, [state.end, connection]);
  useReturn(() => {
    if (!state.isActive) onStep();
  });
  return { run, state };
}
