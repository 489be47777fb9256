import type { JSX } from 'preact';
import type { Home } from '../src/app/rpc';
import { say } from './language';
import { titleOf, toFigures, toStateWords, toStreamCount } from './run-words';
import type { RunState } from './sync-run';

/** How far the run is, in words and as a bar. */
export function RunProgress({ home, state }: { readonly home: Home; readonly state: RunState }): JSX.Element {
  const { progress } = state;
  const words = toStateWords(state);
  return (
    <>
      <p class="title">
        {progress ? titleOf(home, progress.connection) : say({ fr: 'Synchronisation', en: 'Sync' })}
        {progress && progress.stream !== '' && <span class="grey"> · {progress.stream}</span>}
      </p>
      <Bar state={state} />
      {progress && progress.stream !== '' && <p>{toFigures(progress)}</p>}
      {progress && progress.streamsAll > 0 && <p class="help">{toStreamCount(progress)}</p>}
      {progress && progress.waiting.length > 0 && (
        <p class="help">
          {say({ fr: 'Ensuite : ', en: 'Then: ' })}
          {progress.waiting.map((id) => titleOf(home, id)).join(', ')}
        </p>
      )}
      {words !== '' && <p>{words}</p>}
    </>
  );
}

/** Without a known total it only says that work goes on. */
function Bar({ state: { progress } }: { readonly state: RunState }): JSX.Element {
  const isKnown = progress !== null && progress.total > 0;
  const percent = isKnown ? Math.min(100, Math.floor((100 * progress.read) / progress.total)) : undefined;
  const isMoving = progress?.state !== 'paused';
  return (
    <div
      class={`bar${isKnown ? '' : ' unknown'}${isMoving ? '' : ' still'}`}
      role="progressbar"
      aria-label={say({ fr: 'Avancement', en: 'Progress' })}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      aria-valuetext={progress ? `${progress.stream} ${toFigures(progress)}`.trim() : undefined}
    >
      <div style={percent === undefined ? undefined : { width: `${percent}%` }} />
    </div>
  );
}
