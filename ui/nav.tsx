import type { JSX } from 'preact';
import type { View } from '../src/app/rpc';
import { Icon } from './icon';
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
      {PLACES.map(({ name, title, icon }) => (
        <button
          key={name}
          type="button"
          class={icon === undefined ? 'quiet' : 'quiet icon'}
          aria-current={name === place ? 'page' : undefined}
          aria-label={icon === undefined ? undefined : say(title)}
          title={icon === undefined ? undefined : say(title)}
          onClick={() => {
            onOpen({ name });
          }}
        >
          {icon === undefined ? say(title) : <Icon path={icon} />}
        </button>
      ))}
    </nav>
  );
}

const WHEEL =
  'M22.4 10.3V13.7L19.5 14 18.7 15.9 20.5 18.1 18.1 20.5 15.9 18.7 14 19.5 13.7 22.4H10.3L10 19.5 8.1 18.7 5.9 20.5 3.5 18.1 5.3 15.9 4.5 14 1.6 13.7V10.3L4.5 10 5.3 8.1 3.5 5.9 5.9 3.5 8.1 5.3 10 4.5 10.3 1.6H13.7L14 4.5 15.9 5.3 18.1 3.5 20.5 5.9 18.7 8.1 19.5 10ZM12 8.2a3.8 3.8 0 1 0 0 7.6 3.8 3.8 0 1 0 0-7.6Z';
const QUESTION =
  'M12 2a10 10 0 1 1 0 20 10 10 0 1 1 0-20ZM12 4a8 8 0 1 0 0 16 8 8 0 1 0 0-16ZM11 16h2v2h-2ZM8.5 9.6a3.5 3.5 0 1 1 5 3.2q-.5.3-.5 1V15h-2v-1.6q0-1.6 1.4-2.3a1.5 1.5 0 1 0-2-1.5Z';

interface Place {
  readonly name: 'connections' | 'contacts' | 'history' | 'settings' | 'help';
  readonly title: Words;
  /** In place of the title, which is heard all the same: five words are wider than the sidebar. */
  readonly icon?: string;
}

const PLACES: readonly Place[] = [
  { name: 'connections', title: { fr: 'Connexions', en: 'Connections' } },
  { name: 'contacts', title: { fr: 'Contacts', en: 'Contacts' } },
  { name: 'history', title: { fr: 'Historique', en: 'History' } },
  { name: 'settings', title: { fr: 'Réglages', en: 'Settings' }, icon: WHEEL },
  { name: 'help', title: { fr: 'Aide', en: 'Help' }, icon: QUESTION },
];
