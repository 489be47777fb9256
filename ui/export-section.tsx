import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Failure } from '../src/app/rpc';
import { DownloadLink } from './download-link';
import { say } from './language';
import { Notice } from './notice';
import { call } from './server';
import { settled } from './settled';

/** Hands out the connections, without their secrets, as a file or as text to copy. */
export function ExportSection({ isEmpty }: { readonly isEmpty: boolean }): JSX.Element {
  const [state, setState] = useState<'idle' | 'busy' | Failure | { readonly text: string }>('idle');
  const read = async (): Promise<void> => {
    if (state === 'busy') return;
    setState('busy');
    const result = await settled(call('exportConnections'));
    setState(result.ok ? { text: result.value } : result);
  };
  return (
    <section class="stack" aria-labelledby="export">
      <h2 id="export">{say({ fr: 'Exporter les connexions', en: 'Export the connections' })}</h2>
      <p class="help">{say(isEmpty ? NOTHING : WHAT)}</p>
      {!isEmpty && (
        <button type="button" aria-disabled={state === 'busy'} aria-busy={state === 'busy'} onClick={() => void read()}>
          {say({ fr: 'Exporter', en: 'Export' })}
        </button>
      )}
      {typeof state === 'object' && 'text' in state && <Exported text={state.text} />}
      {typeof state === 'object' && 'advice' in state && (
        <Notice kind="error" text={state.advice} details={state.details} />
      )}
    </section>
  );
}

const WHAT = {
  fr: 'Pour les garder, ou les remettre dans une autre feuille de calcul. Les clés et mots de passe n’y sont pas.',
  en: 'To keep them, or to put them into another spreadsheet. Keys and passwords are not in it.',
};
const NOTHING = {
  fr: 'Il n’y a pas encore de connexion à exporter.',
  en: 'There is no connection to export yet.',
};

function Exported({ text }: { readonly text: string }): JSX.Element {
  return (
    <>
      <DownloadLink
        text={text}
        type="application/json"
        name={say({ fr: 'sync-connexions.json', en: 'sync-connections.json' })}
      />
      <label class="field">
        {say({ fr: 'Ou copiez ce texte :', en: 'Or copy this text:' })}
        <textarea
          rows={5}
          readOnly
          value={text}
          onFocus={(event) => {
            event.currentTarget.select();
          }}
        />
      </label>
    </>
  );
}
