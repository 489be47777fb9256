import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Result } from '../src/app/rpc';
import { Dialog } from './dialog';
import { say } from './language';
import { Notice } from './notice';
import { call } from './server';
import { settled } from './settled';

/** Renews the key that secrets are encrypted with, once the user has read what that means. */
export function RenewKeySection(): JSX.Element {
  const [isAsked, setAsked] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [result, setResult] = useState<Result<null> | null>(null);
  const renew = async (): Promise<void> => {
    setAsked(false);
    setBusy(true);
    setResult(await settled(call('rotateKey')));
    setBusy(false);
  };
  return (
    <section class="stack" aria-labelledby="renew">
      <h2 id="renew">{say({ fr: 'Chiffrement', en: 'Encryption' })}</h2>
      <p class="help">{say(WHAT)}</p>
      <button
        type="button"
        aria-disabled={isBusy}
        aria-busy={isBusy}
        onClick={() => {
          if (!isBusy) setAsked(true);
        }}
      >
        {say({ fr: 'Renouveler le chiffrement…', en: 'Renew the encryption…' })}
      </button>
      {result?.ok === true && <Notice kind="success" text={say(DONE)} />}
      {result?.ok === false && <Notice kind="error" text={result.advice} details={result.details} />}
      {isAsked && (
        <Question
          onCancel={() => {
            setAsked(false);
          }}
          onRenew={() => void renew()}
        />
      )}
    </section>
  );
}

interface QuestionProps {
  readonly onCancel: () => void;
  readonly onRenew: () => void;
}

function Question({ onCancel, onRenew }: QuestionProps): JSX.Element {
  return (
    <Dialog title={say({ fr: 'Renouveler le chiffrement ?', en: 'Renew the encryption?' })} onCancel={onCancel}>
      <p>{say(MEANING)}</p>
      <div class="row">
        <button type="button" class="action" onClick={onRenew}>
          {say({ fr: 'Renouveler', en: 'Renew' })}
        </button>
        <button type="button" onClick={onCancel}>
          {say({ fr: 'Annuler', en: 'Cancel' })}
        </button>
      </div>
    </Dialog>
  );
}

const WHAT = {
  fr: 'Les clés et mots de passe des connexions sont enregistrés chiffrés. Renouvelez ce chiffrement quand une personne qui pouvait modifier la feuille de calcul s’en va.',
  en: 'The keys and passwords of connections are stored encrypted. Renew the encryption when somebody who could edit the spreadsheet leaves.',
};
const MEANING = {
  fr: 'Chacun garde ses connexions. Qui n’ouvre pas Sync et ne synchronise rien d’ici 30 jours devra saisir sa clé de nouveau. Cela ne change rien chez Wedof, Zendesk ou ailleurs : pour retirer une clé à quelqu’un, supprimez-la aussi là-bas.',
  en: 'Everyone keeps their connections. Whoever neither opens Sync nor syncs anything within 30 days must type their key again. It changes nothing at Wedof, Zendesk or elsewhere: to take a key away from somebody, delete it there too.',
};
const DONE = {
  fr: 'Le chiffrement est renouvelé. Vous n’avez rien d’autre à faire.',
  en: 'The encryption is renewed. There is nothing else to do.',
};
