import type { JSX } from 'preact';
import type { RemoteView } from '../src/app/rpc';
import { CopyText } from './copy-text';
import { toMoment, toNumber } from './format';
import { say } from './language';
import { Notice } from './notice';

/** Where calls go, in whose name, and how many came without the secret; how to deploy the script where it is not. */
export function RemoteFacts({ view }: { readonly view: RemoteView }): JSX.Element {
  const { url, by, runsAs, since, wrongTries } = view;
  return (
    <>
      <dl class="facts">
        <dt>{say({ fr: 'Activés par', en: 'Switched on by' })}</dt>
        <dd>{by}</dd>
        {since !== undefined && (
          <>
            <dt>{say({ fr: 'Secret créé le', en: 'Secret made on' })}</dt>
            <dd>{toMoment(since)}</dd>
          </>
        )}
      </dl>
      {url === '' ? <DeployGuide /> : <Address url={url} />}
      {runsAs !== undefined && <Notice kind="warning" text={say(inNameOf(runsAs))} />}
      {wrongTries && <Notice kind="warning" text={say(triesOf(wrongTries))} />}
    </>
  );
}

function Address({ url }: { readonly url: string }): JSX.Element {
  return (
    <>
      <label class="field">
        {say({ fr: 'Adresse à appeler', en: 'Address to call' })}
        <textarea
          rows={3}
          readOnly
          spellcheck={false}
          value={url}
          onFocus={(event) => {
            event.currentTarget.select();
          }}
        />
      </label>
      <CopyText
        text={url}
        words={{ fr: 'Copier l’adresse', en: 'Copy the address' }}
        done={{ fr: 'Adresse copiée.', en: 'Address copied.' }}
      />
    </>
  );
}

function DeployGuide(): JSX.Element {
  return (
    <>
      <Notice kind="info" text={say(NOT_DEPLOYED)} />
      <ol class="help">
        {STEPS.map((step) => (
          <li key={step.en}>{say(step)}</li>
        ))}
      </ol>
    </>
  );
}

const NOT_DEPLOYED = {
  fr: 'Il manque une étape : le script n’est pas encore déployé, et personne ne peut l’appeler.',
  en: 'One step is missing: the script is not deployed yet, and nobody can call it.',
};
const STEPS = [
  { fr: 'Extensions > Apps Script.', en: 'Extensions > Apps Script.' },
  { fr: 'Déployer > Nouveau déploiement.', en: 'Deploy > New deployment.' },
  {
    fr: 'Type « Application Web ». Exécuter en tant que : vous-même. Accès : « Tout le monde ».',
    en: 'Type “Web app”. Execute as: yourself. Access: “Anyone”.',
  },
  {
    fr: '« Déployer », puis fermez et rouvrez ce panneau : l’adresse apparaît ici.',
    en: '“Deploy”, then close and open this sidebar again: the address appears here.',
  },
];

function inNameOf(person: string): { readonly fr: string; readonly en: string } {
  return {
    fr: `Les appels se font au nom de ${person}, qui a déployé l’application Web : ce sont ses connexions qui sont synchronisées tout de suite.`,
    en: `Calls are carried out in the name of ${person}, who deployed the web app: it is their connections that are synced at once.`,
  };
}

function triesOf({ count, since, last }: NonNullable<RemoteView['wrongTries']>): {
  readonly fr: string;
  readonly en: string;
} {
  const [number, from, to] = [toNumber(count), toMoment(since), toMoment(last)];
  return {
    fr: `Appels refusés, sans le bon secret : ${number} depuis le ${from}, le dernier le ${to}. Si ce n’est pas l’un de vos programmes, personne n’est entré pour autant.`,
    en: `Calls refused, without the right secret: ${number} since ${from}, the last on ${to}. If it is none of your programs, nobody came in all the same.`,
  };
}
