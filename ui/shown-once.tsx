import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { say, type Words } from './language';

export interface ShownOnceProps {
  readonly label: Words;
  readonly secret: string;
  /** The user has put it away. */
  readonly onDone: () => void;
}

/** A new secret, to be copied now: it is shown this once. */
export function ShownOnce({ label, secret, onDone }: ShownOnceProps): JSX.Element {
  const [isCopied, setCopied] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, [secret]);
  const copy = async (): Promise<void> => {
    input.current?.select();
    try {
      await navigator.clipboard.writeText(secret);
      setCopied(true);
    } catch {
      // It stays selected, for the keyboard.
      input.current?.focus();
    }
  };
  return (
    <div class="notice warning stack">
      <label class="field">
        {say(label)}
        <input type="text" readOnly ref={input} value={secret} spellcheck={false} aria-describedby="shown-once" />
      </label>
      <p id="shown-once">{say(ONCE)}</p>
      <div class="row">
        <button type="button" onClick={() => void copy()}>
          {say({ fr: 'Copier', en: 'Copy' })}
        </button>
        <button type="button" onClick={onDone}>
          {say({ fr: 'Je l’ai enregistré', en: 'I have stored it' })}
        </button>
      </div>
      <span role="status">{isCopied ? say({ fr: 'Copié.', en: 'Copied.' }) : ''}</span>
    </div>
  );
}

const ONCE = {
  fr: 'Copiez-le maintenant (Ctrl+C ou ⌘C) dans l’autre service : Sync ne le montrera plus.',
  en: 'Copy it now (Ctrl+C or ⌘C) into the other service: Sync will not show it again.',
};
