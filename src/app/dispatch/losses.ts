import type { Words } from '../../core/model';
import { contactsIn } from '../contacts/contacts-store';
import { beatIn } from './beats';
import { scheduledIn } from './duties';

type Properties = Readonly<Record<string, string>>;

/** Somebody's automatic syncs that do not run any more. */
export interface Loss {
  /** An e-mail address. */
  readonly owner: string;
  /** `silent`: Google does not call Sync for them any more; `refused`: it does, but Sync may do nothing in their name. */
  readonly kind: 'silent' | 'refused';
  /** Milliseconds since 1970. */
  readonly since: number;
  /** What the user calls that which is not synced. */
  readonly titles: readonly string[];
}

/** Those whose automatic syncs do not run, as the document's properties show it at `now`. */
export function lossesIn(properties: Properties, now: number): readonly Loss[] {
  return [...titlesByOwner(properties)].flatMap(([owner, titles]): readonly Loss[] => {
    const beat = beatIn(properties, owner);
    if (!beat) return [];
    const { at, refusedSince } = beat;
    if (now - at > SILENCE) return [{ owner, kind: 'silent', since: at, titles }];
    return refusedSince === undefined ? [] : [{ owner, kind: 'refused', since: refusedSince, titles }];
  });
}

/** What the user reads about a loss: what does not run, why, and what is to be done by whom. `when` is its date and time. */
export function lossWords({ owner, kind, titles }: Loss, when: string, isMine: boolean): Words {
  const [quoted, quotedEn] = [titles.map((title) => `« ${title} »`).join(', '), titles.map((t) => `“${t}”`).join(', ')];
  const why = kind === 'silent' ? SILENT : REFUSED;
  const todo = isMine ? MINE[kind] : theirs(owner);
  return {
    fr: `Les synchronisations automatiques de ${isMine ? 'vos connexions' : owner} (${quoted}) ne se font plus depuis le ${when} : ${why.fr}. ${todo.fr}`,
    en: `The automatic syncs of ${isMine ? 'your connections' : owner} (${quotedEn}) have not run since ${when}: ${why.en}. ${todo.en}`,
  };
}

/** An hourly trigger may be late, and Google may skip one. */
const SILENCE = 3 * 3_600_000;

const SILENT: Words = {
  fr: 'Google n’appelle plus Sync pour ce compte (déclencheur supprimé ou désactivé, temps du jour épuisé par d’autres scripts, ou compte fermé)',
  en: 'Google does not call Sync for that account any more (trigger deleted or disabled, the day’s time used up by other scripts, or account closed)',
};
const REFUSED: Words = {
  fr: 'ce compte n’a pas, ou plus, donné à Sync les autorisations dont il a besoin',
  en: 'that account has not, or no longer, given Sync the permissions that it needs',
};

const MINE: Readonly<Record<Loss['kind'], Words>> = {
  silent: { fr: 'Cliquez sur « Relancer ».', en: 'Click on “Start again”.' },
  refused: {
    fr: 'Acceptez ce que Google demande, puis cliquez sur « Relancer ».',
    en: 'Accept what Google asks for, then click on “Start again”.',
  },
};

function theirs(owner: string): Words {
  return {
    fr: `Demandez à ${owner} d’ouvrir Sync dans cette feuille et de cliquer sur « Relancer ». Si cette personne est partie, ouvrez ses connexions par « Modifier », saisissez votre propre clé et enregistrez : elles deviennent les vôtres.`,
    en: `Ask ${owner} to open Sync in this spreadsheet and to click on “Start again”. If that person has left, open their connections with “Edit”, type your own key and save: they become yours.`,
  };
}

function titlesByOwner(properties: Properties): ReadonlyMap<string, readonly string[]> {
  const titles = new Map<string, string[]>();
  const add = (owner: string, title: string): void => {
    titles.set(owner, [...(titles.get(owner) ?? []), title]);
  };
  for (const { connection } of scheduledIn(properties)) add(connection.owner, connection.title);
  const { setup } = contactsIn(properties);
  if (setup?.hourly) add(setup.owner, 'Google Contacts');
  return titles;
}
