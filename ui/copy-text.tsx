import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { say, type Words } from './language';

export interface CopyTextProps {
  readonly text: string;
  /** What the button says, and what is said once the text is copied. */
  readonly words: Words;
  readonly done: Words;
}

/** A button that copies a text; where the browser forbids it, the text appears, selected. */
export function CopyText({ text, words, done }: CopyTextProps): JSX.Element {
  const [state, setState] = useState<'idle' | 'copied' | 'refused'>('idle');
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setState('copied');
    } catch {
      setState('refused');
    }
  };
  return (
    <div class="stack">
      <button type="button" class="quiet" onClick={() => void copy()}>
        {say(words)}
      </button>
      {state === 'copied' && <span role="status">{say(done)}</span>}
      {state === 'refused' && <SelectedText text={text} />}
    </div>
  );
}

function SelectedText({ text }: { readonly text: string }): JSX.Element {
  return (
    <label class="field">
      {say({ fr: 'Copiez ce texte (Ctrl+C ou ⌘C) :', en: 'Copy this text (Ctrl+C or ⌘C):' })}
      <textarea
        rows={6}
        readOnly
        value={text}
        ref={(area) => {
          area?.focus();
          area?.select();
        }}
      />
    </label>
  );
}
