import type { JSX } from 'preact';
import { say, type Words } from './language';

export interface ActButtonProps {
  readonly words: Words;
  /** The one that leads on. */
  readonly isMain?: boolean;
  readonly isBusy: boolean;
  readonly onAct: () => void;
}

/** A button that does nothing while something else goes on, and keeps its place for the keyboard. */
export function ActButton({ words, isMain = false, isBusy, onAct }: ActButtonProps): JSX.Element {
  return (
    <button
      type="button"
      class={isMain ? 'action' : ''}
      aria-disabled={isBusy}
      onClick={() => {
        if (!isBusy) onAct();
      }}
    >
      {say(words)}
    </button>
  );
}
