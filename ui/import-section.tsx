import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Home } from '../src/app/rpc';
import { Field } from './field';
import { say } from './language';
import { Notice, type NoticeProps } from './notice';
import { call } from './server';
import { settled } from './settled';

export interface ImportSectionProps {
  readonly home: Home;
  readonly onHome: (home: Home) => void;
}

/** Takes in what `ExportSection` handed out, from a file or as pasted text, and says what came of it. */
export function ImportSection({ home, onHome }: ImportSectionProps): JSX.Element {
  const [text, setText] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [notice, setNotice] = useState<NoticeProps | null>(null);
  const take = async (): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    setNotice(null);
    const result = text.trim() === '' ? null : await settled(call('importConnections', text));
    setBusy(false);
    setNotice(toNotice(result, home));
    if (!result?.ok) return;
    setText('');
    onHome(result.value);
  };
  return (
    <section class="stack" aria-labelledby="import">
      <h2 id="import">{say({ fr: 'Importer des connexions', en: 'Import connections' })}</h2>
      <FilePicker onRead={setText} />
      <Field name="import" label={say({ fr: 'Ou collez le texte exporté', en: 'Or paste the exported text' })}>
        {(ties) => (
          <textarea
            {...ties}
            rows={4}
            spellcheck={false}
            value={text}
            onInput={(event) => {
              setText(event.currentTarget.value);
            }}
          />
        )}
      </Field>
      <button type="button" aria-disabled={isBusy} aria-busy={isBusy} onClick={() => void take()}>
        {say({ fr: 'Importer', en: 'Import' })}
      </button>
      {notice && <Notice {...notice} />}
    </section>
  );
}

function FilePicker({ onRead }: { readonly onRead: (text: string) => void }): JSX.Element {
  return (
    <label class="file">
      {say({ fr: 'Choisir le fichier exporté…', en: 'Choose the exported file…' })}
      <input
        type="file"
        class="hidden"
        accept=".json,application/json"
        onChange={(event) => {
          void event.currentTarget.files?.[0]?.text().then(onRead);
        }}
      />
    </label>
  );
}

type Answer = Awaited<ReturnType<typeof call<'importConnections'>>>;

function toNotice(result: Answer | null, before: Home): NoticeProps {
  if (!result) return { kind: 'error', text: say(BLANK) };
  if (!result.ok) return { kind: 'error', text: result.advice, details: result.details };
  const count = result.value.connections.length - before.connections.length;
  if (count === 0) return { kind: 'info', text: say(NOTHING_NEW) };
  const [fr, en] = count === 1 ? ['connexion ajoutée', 'connection'] : ['connexions ajoutées', 'connections'];
  return { kind: 'success', text: say({ fr: `${count} ${fr}. ${NEXT.fr}`, en: `${count} ${en} added. ${NEXT.en}` }) };
}

const BLANK = {
  fr: 'Choisissez d’abord un fichier, ou collez le texte exporté.',
  en: 'Choose a file first, or paste the exported text.',
};
const NOTHING_NEW = {
  fr: 'Rien à ajouter : ces connexions sont déjà là.',
  en: 'Nothing to add: these connections are there already.',
};
const NEXT = {
  fr: 'Dans Connexions, modifiez chacune pour saisir sa clé ; d’ici là, rien n’est synchronisé sans vous.',
  en: 'In Connections, edit each one to type its key; until then nothing is synced without you.',
};
