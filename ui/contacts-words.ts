import type { ContactsCounts, ContactsLast, ContactsMetrics, ContactsSettings, ContactsView } from '../src/app/rpc';
import { toDuration, toMoment, toNumber } from './format';
import { say, type Words } from './language';
import { type Status, STATUS } from './status';

/** How the sync of contacts is, for its badge: what goes on comes first, then how the last one went. */
export function toContactsStatus({ last, resumesAt, choices }: ContactsView, isBusy: boolean): Status {
  if (isBusy) return { kind: 'info', words: { fr: 'En cours', en: 'Syncing' } };
  if (resumesAt !== undefined) return STATUS.paused;
  if (!last) return { kind: 'none', words: { fr: 'Jamais synchronisés', en: 'Never synced' } };
  if (last.status !== 'finished') return STATUS[last.status];
  if (last.metrics.errors > 0) {
    return { kind: 'warning', words: { fr: 'Terminée, avec des erreurs', en: 'Finished, with errors' } };
  }
  if (choices > 0) return { kind: 'warning', words: { fr: 'Décision attendue', en: 'Decision needed' } };
  return { kind: 'success', words: { fr: 'À jour', en: 'Up to date' } };
}

/** «12 clients, dont 10 reliés à un contact Google et 2 en attente de vous.» */
export function toCounts({ clients, linked, held }: ContactsCounts): string {
  if (clients === 0) return say({ fr: 'L’onglet n’a pas encore de client.', en: 'The tab has no client yet.' });
  const [all, tied, waiting] = [toNumber(clients), toNumber(linked), toNumber(held)];
  return say({
    fr: `${all} ${clients < 2 ? 'client' : 'clients'}, dont ${tied} ${linked < 2 ? 'relié' : 'reliés'} à un contact Google${held > 0 ? ` et ${waiting} en attente de vous` : ''}.`,
    en: `${all} ${clients === 1 ? 'client' : 'clients'}, ${tied} of them tied to a Google contact${held > 0 ? ` and ${waiting} waiting for you` : ''}.`,
  });
}

/** What was chosen, in one line: «Libellé « Clients », dans les deux sens, chaque heure». */
export function toSettingsWords(settings: ContactsSettings): string {
  const { scope, direction } = settings;
  const which =
    scope.kind === 'all'
      ? { fr: 'Tous les contacts', en: 'All contacts' }
      : { fr: `Libellé « ${scope.name} »`, en: `Label “${scope.name}”` };
  return `${say(which)}, ${say(DIRECTIONS[direction])}, ${toWhen(settings)}`;
}

/** In which direction contacts are synced, within a sentence. */
export const DIRECTIONS: Readonly<Record<ContactsSettings['direction'], Words>> = {
  both: { fr: 'dans les deux sens', en: 'both ways' },
  toGoogle: { fr: 'vers Google seulement', en: 'to Google only' },
  fromGoogle: { fr: 'vers l’onglet seulement', en: 'to the tab only' },
};

/** When contacts are synced without the user, within a sentence. */
export function toWhen({ hourly, atOnce, direction }: Omit<ContactsSettings, 'scope'>): string {
  const parts = [
    ...(hourly ? [{ fr: 'chaque heure', en: 'every hour' }] : []),
    ...(atOnce && direction !== 'fromGoogle'
      ? [{ fr: 'dès qu’une ligne change', en: 'as soon as a row changes' }]
      : []),
  ];
  return parts.length === 0 ? say({ fr: 'à la demande', en: 'on demand' }) : parts.map(say).join(', ');
}

interface Figure {
  readonly name: keyof ContactsMetrics;
  readonly words: Words;
  readonly toText: (value: number) => string;
}

/** The numbers of a sync, in the order in which they are shown. */
export const FIGURES: readonly Figure[] = [
  { name: 'created', words: { fr: 'Créés', en: 'Created' }, toText: toNumber },
  { name: 'updated', words: { fr: 'Modifiés', en: 'Updated' }, toText: toNumber },
  { name: 'skipped', words: { fr: 'Sans changement', en: 'Unchanged' }, toText: toNumber },
  { name: 'conflicts', words: { fr: 'Désaccords tranchés', en: 'Conflicts settled' }, toText: toNumber },
  { name: 'held', words: { fr: 'En attente de vous', en: 'Waiting for you' }, toText: toNumber },
  { name: 'errors', words: { fr: 'Erreurs', en: 'Errors' }, toText: toNumber },
  { name: 'calls', words: { fr: 'Demandes à Google', en: 'Requests to Google' }, toText: toNumber },
  { name: 'duration', words: { fr: 'Durée', en: 'Duration' }, toText: toDuration },
];

/** The last sync as plain text, for whoever helps the user. */
export function toReport({ startedAt, status, metrics, message }: ContactsLast): string {
  return [
    `Google Contacts · ${toMoment(startedAt)} · ${say(STATUS[status].words)}`,
    ...(message === '' ? [] : [message]),
    ...FIGURES.map(({ name, words: { fr, en }, toText }) => {
      const value = toText(metrics[name]);
      return say({ fr: `- ${fr} : ${value}`, en: `- ${en}: ${value}` });
    }),
  ].join('\n');
}
