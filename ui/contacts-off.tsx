import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { ActButton } from './act-button';
import { ContactsPromise, Points } from './contacts-guide';
import { say, type Words } from './language';
import { Notice } from './notice';

export interface ContactsOffProps {
  /** Settings are stored all the same. */
  readonly isSetUp: boolean;
  /** Looks whether it still is so. */
  readonly onCheck: () => Promise<void>;
}

/** How whoever installed Sync lets it reach Google Contacts. */
export function ContactsOff({ isSetUp, onCheck }: ContactsOffProps): JSX.Element {
  const [state, setState] = useState<'idle' | 'busy' | 'checked'>('idle');
  const check = async (): Promise<void> => {
    setState('busy');
    await onCheck();
    setState('checked');
  };
  return (
    <>
      <ContactsPromise />
      <Notice kind="warning" text={say(isSetUp ? STOPPED : OFF)} />
      <section class="stack" aria-labelledby="contacts-off">
        <h2 id="contacts-off">{say({ fr: 'Activer Google Contacts', en: 'Turn on Google Contacts' })}</h2>
        <Points points={STEPS} isOrdered />
      </section>
      <ActButton
        words={{ fr: 'Vérifier de nouveau', en: 'Check again' }}
        isMain
        isBusy={state === 'busy'}
        onAct={() => void check()}
      />
      {state === 'checked' && <Notice kind="info" text={say(STILL_OFF)} />}
    </>
  );
}

const OFF = {
  fr: 'Google Contacts n’est pas encore activé dans cette feuille. La personne qui a installé Sync l’active une fois, en une minute.',
  en: 'Google Contacts is not yet turned on in this spreadsheet. Whoever installed Sync turns it on once, in a minute.',
};
const STILL_OFF = {
  fr: 'Google Contacts n’est toujours pas activé ici.',
  en: 'Google Contacts is still not turned on here.',
};
const STOPPED = {
  fr: 'Google Contacts n’est plus activé dans cette feuille : rien n’est synchronisé. Vos réglages sont gardés.',
  en: 'Google Contacts is no longer turned on in this spreadsheet: nothing is synced. Your settings are kept.',
};

const STEPS: readonly Words[] = [
  {
    fr: 'Dans la feuille de calcul : menu Extensions, puis « Apps Script ».',
    en: 'In the spreadsheet: menu Extensions, then “Apps Script”.',
  },
  {
    fr: 'À gauche, à côté de « Services », cliquez sur +.',
    en: 'On the left, beside “Services”, click +.',
  },
  {
    fr: 'Choisissez « People API » ; l’identifiant doit être « People ». Cliquez sur « Ajouter ».',
    en: 'Choose “People API”; the identifier must be “People”. Click “Add”.',
  },
  {
    fr: 'Rechargez la feuille de calcul, rouvrez Sync et revenez ici. Google demande alors votre accord pour lire et modifier vos contacts.',
    en: 'Reload the spreadsheet, open Sync again and come back here. Google then asks for your consent to read and change your contacts.',
  },
];
