import type { JSX } from 'preact';
import { language, say, type Words } from './language';

/** What the sync of contacts does and never does, how it is set up, and what to do when it waits. */
export function ContactsGuide(): JSX.Element {
  return (
    <>
      <ContactsPromise />
      {GUIDE.map(({ title, points }) => (
        <section key={title.en} class="stack">
          <h2>{say(title)}</h2>
          <Points points={points} />
        </section>
      ))}
      <p>
        <a href={`${DELETED}?hl=${language()}`} target="_blank" rel="noreferrer">
          {say({ fr: 'Aide de Google : retrouver des contacts supprimés', en: 'Google’s help: find deleted contacts' })}
        </a>
      </p>
    </>
  );
}

const DELETED = 'https://support.google.com/contacts/answer/1069522';

/** In three sentences: what it does, and what it never does. */
export function ContactsPromise(): JSX.Element {
  return (
    <p>
      {say({
        fr: 'Ce que vous corrigez dans l’onglet Clients arrive dans vos contacts Google, et inversement. Rien n’est jamais supprimé sans vous : une ligne ou un contact qui disparaît attend votre décision. Chaque valeur remplacée est gardée dans l’onglet Journal, d’où elle peut revenir.',
        en: 'What you correct in the tab Clients arrives in your Google contacts, and the other way round. Nothing is ever deleted without you: a row or a contact that disappears waits for your decision. Each replaced value is kept in the tab Journal, and can come back from there.',
      })}
    </p>
  );
}

/** The way from nothing to the first sync. */
export function ContactsSteps(): JSX.Element {
  return <Points points={STEPS} isOrdered />;
}

interface PointsProps {
  readonly points: readonly Words[];
  readonly isOrdered?: boolean;
}

/** Sentences one below the other, numbered where the order matters. */
export function Points({ points, isOrdered = false }: PointsProps): JSX.Element {
  const items = points.map((point) => <li key={point.en}>{say(point)}</li>);
  return isOrdered ? <ol class="points">{items}</ol> : <ul class="points">{items}</ul>;
}

const STEPS: readonly Words[] = [
  {
    fr: 'Répondez aux questions ci-dessous, puis « Enregistrer ». L’onglet Clients est créé s’il n’existe pas.',
    en: 'Answer the questions below, then “Save”. The tab Clients is made if it is not there.',
  },
  {
    fr: 'Saisissez ou collez vos clients dans cet onglet, une ligne par client. Laissez-le vide pour partir de Google.',
    en: 'Type or paste your clients into that tab, one row for each. Leave it empty to start from Google.',
  },
  {
    fr: 'Regardez l’aperçu, puis « Synchroniser ».',
    en: 'Look at the preview, then “Sync”.',
  },
];

const GUIDE: readonly { readonly title: Words; readonly points: readonly Words[] }[] = [
  {
    title: { fr: 'Qui va avec qui', en: 'Who belongs to whom' },
    points: [
      {
        fr: 'Une ligne et un contact vont ensemble quand ils ont la même adresse e-mail. Une ligne sans adresse attend, et n’est pas envoyée.',
        en: 'A row and a contact belong together when they have the same e-mail address. A row without an address waits, and is not sent.',
      },
      {
        fr: 'Ensuite Sync s’en souvient : vous pouvez trier l’onglet, déplacer des lignes et même changer une adresse.',
        en: 'From then on Sync remembers it: you may sort the tab, move rows and even change an address.',
      },
      {
        fr: 'Vos autres colonnes, et ce que Google garde en plus (photo, notes, autres numéros), ne sont pas touchés.',
        en: 'Your other columns, and what else Google keeps (photo, notes, other numbers), are not touched.',
      },
    ],
  },
  {
    title: { fr: 'Quand les deux côtés ont changé', en: 'When both sides have changed' },
    points: [
      {
        fr: 'Deux informations différentes, par exemple le téléphone ici et la ville là : les deux sont gardées.',
        en: 'Two different fields, such as the phone here and the city there: both are kept.',
      },
      {
        fr: 'La même information : la plus récente est gardée ; si on ne peut pas le savoir, celle du côté choisi dans les réglages. L’autre reste dans le journal.',
        en: 'The same field: the later one is kept; where that cannot be told, that of the side chosen in the settings. The other one stays in the journal.',
      },
    ],
  },
  {
    title: { fr: 'Quand Sync s’arrête ou attend', en: 'When Sync stops or waits' },
    points: [
      {
        fr: '« À décider » : un doublon, une ligne ou un contact disparu. Rien ne change avant votre réponse.',
        en: '“To decide”: a duplicate, a row or a contact that is gone. Nothing changes before you answer.',
      },
      {
        fr: 'Trop de changements d’un coup, par exemple une colonne vidée par erreur : Sync n’écrit rien, et dit pourquoi.',
        en: 'Too many changes at once, such as a column emptied by mistake: Sync writes nothing, and says why.',
      },
      {
        fr: 'Un contact supprimé dans Google y reste 30 jours dans la corbeille.',
        en: 'A contact that is deleted in Google stays in its bin for 30 days.',
      },
    ],
  },
];
