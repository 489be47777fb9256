import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { CopyText } from './copy-text';
import { say } from './language';
import { Notice } from './notice';

/** A secret that was just made, which nobody sees a second time. */
export function RemoteSecret({ secret }: { readonly secret: string }): JSX.Element {
  const field = useRef<HTMLTextAreaElement>(null);
  // What was pressed to make it may be gone; here begins what is to be done now.
  useEffect(() => {
    field.current?.focus();
  }, [secret]);
  return (
    <>
      <Notice kind="warning" text={say(ONCE)} />
      <label class="field">
        {say({ fr: 'Secret (CRON_SECRET)', en: 'Secret (CRON_SECRET)' })}
        <textarea
          ref={field}
          rows={2}
          readOnly
          spellcheck={false}
          value={secret}
          onFocus={(event) => {
            event.currentTarget.select();
          }}
        />
      </label>
      <CopyText
        text={secret}
        words={{ fr: 'Copier le secret', en: 'Copy the secret' }}
        done={{ fr: 'Secret copié.', en: 'Secret copied.' }}
      />
    </>
  );
}

const ONCE = {
  fr: 'Copiez ce secret maintenant : Sync ne le montrera plus jamais. S’il est perdu, renouvelez-le.',
  en: 'Copy this secret now: Sync will never show it again. If it is lost, renew it.',
};
