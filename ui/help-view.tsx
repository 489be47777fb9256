import type { JSX } from 'preact';
import type { Home, View } from '../src/app/rpc';
import { TOPICS } from './help-topics';
import { language, say, type Words } from './language';

export interface HelpViewProps {
  readonly home: Home;
  readonly onOpen: (view: View) => void;
}

/** What Sync does, how to begin, and what to do when it does not work. */
export function HelpView({ home, onOpen }: HelpViewProps): JSX.Element {
  return (
    <>
      <h1>{say({ fr: 'Aide', en: 'Help' })}</h1>
      {TOPICS.map(({ title, items }) => (
        <section key={title.en} class="stack">
          <h2>{say(title)}</h2>
          <Items items={items.map(say)} />
        </section>
      ))}
      {home.connections.length === 0 && (
        <button
          type="button"
          class="action"
          onClick={() => {
            onOpen({ name: 'add' });
          }}
        >
          {say({ fr: 'Ajouter une connexion', en: 'Add a connection' })}
        </button>
      )}
      <GoogleHelp />
    </>
  );
}

function Items({ items }: { readonly items: readonly string[] }): JSX.Element {
  if (items.length === 1) return <p>{items[0]}</p>;
  return (
    <ul class="points">
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}

function GoogleHelp(): JSX.Element {
  return (
    <section class="stack">
      <h2>{say({ fr: 'Aide de Google', en: 'Google’s help' })}</h2>
      <ul class="points">
        {LINKS.map(({ address, title }) => (
          <li key={address}>
            <a href={`${address}?hl=${language()}`} target="_blank" rel="noreferrer">
              {say(title)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

const LINKS: readonly { readonly address: string; readonly title: Words }[] = [
  {
    address: 'https://support.google.com/docs/answer/2494822',
    title: { fr: 'Partager une feuille de calcul', en: 'Share a spreadsheet' },
  },
  {
    address: 'https://support.google.com/docs/answer/190843',
    title: { fr: 'Retrouver une version antérieure de la feuille', en: 'Find an earlier version of the spreadsheet' },
  },
];
