import type { JSX } from 'preact';
import type { View } from '../src/app/rpc';
import { say, type Words } from './language';

export interface NavProps {
  readonly view: View;
  readonly onOpen: (view: View) => void;
}

/** The way between the sidebar's places. */
export function Nav({ view, onOpen }: NavProps): JSX.Element {
  const place = view.name === 'add' || view.name === 'edit' ? 'connections' : view.name;
  return (
    <nav aria-label="Sync">
      {PLACES.map(({ name, title }) => (
        <button
          key={name}
          type="button"
          class="quiet"
          aria-current={name === place ? 'page' : undefined}
          onClick={() => {
            onOpen({ name });
          }}
        >
          {say(title)}
        </button>
      ))}
    </nav>
  );
}

const PLACES: readonly { readonly name: 'connections' | 'history' | 'settings' | 'help'; readonly title: Words }[] = [
  { name: 'connections', title: { fr: 'Connexions', en: 'Connections' } },
  { name: 'history', title: { fr: 'Historique', en: 'History' } },
  { name: 'settings', title: { fr: 'Réglages', en: 'Settings' } },
  { name: 'help', title: { fr: 'Aide', en: 'Help' } },
];
