import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Home } from '../src/app/rpc';
import { titleOf, toFigures, toStateWords } from './run-words';
import type { RunState } from './sync-run';

const CHATTER_MS = 10_000;

/** Tells a screen reader how far the run is, every ten seconds at most. */
export function RunStatus({ home, state }: { readonly home: Home; readonly state: RunState }): JSX.Element {
  const words = toWords(home, state);
  const latest = useRef(words);
  latest.current = words;
  const [said, setSaid] = useState(words);
  useEffect(() => {
    if (!state.isActive) return undefined;
    setSaid(latest.current);
    const timer = setInterval(() => {
      setSaid(latest.current);
    }, CHATTER_MS);
    return () => {
      clearInterval(timer);
      setSaid('');
    };
  }, [state.isActive]);
  return (
    <p class="hidden" role="status">
      {said}
    </p>
  );
}

function toWords(home: Home, state: RunState): string {
  if (!state.isActive) return '';
  const { progress } = state;
  const figures = progress && progress.stream !== '' ? `${progress.stream}, ${toFigures(progress)}.` : '';
  return [progress ? `${titleOf(home, progress.connection)}.` : '', figures, toStateWords(state)]
    .filter(Boolean)
    .join(' ');
}
