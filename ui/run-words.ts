import type { Home, Progress } from '../src/app/rpc';
import { toDuration, toMoment, toNumber, toTime } from './format';
import { say } from './language';
import type { RunState } from './sync-run';

/** What goes on, in one sentence or two; blank when there is nothing to say beside the figures. */
export function toStateWords({ progress, isSilent, isStopping }: RunState): string {
  if (isSilent) {
    return say({
      fr: 'Google ne répond pas pour le moment ; nouvel essai dans un instant. La synchronisation n’est pas perdue.',
      en: 'Google does not answer for now; trying again in a moment. The sync is not lost.',
    });
  }
  if (!progress) return say({ fr: 'Démarrage…', en: 'Starting…' });
  if (isStopping || progress.state === 'stopping') {
    return say({
      fr: 'Elle s’arrête dès que les lignes en cours sont écrites. Ce qui est lu est gardé.',
      en: 'It stops as soon as the rows under way are written. What was read is kept.',
    });
  }
  return [progress.isMine ? '' : toOwnerWords(progress), toPauseWords(progress)].filter(Boolean).join(' ');
}

/** How far the kind of record under way is: «1 200 sur 5 000 lignes · 600 par minute · encore 2 min». */
export function toFigures({ read, total, rate, left }: Progress): string {
  const count = toNumber(read);
  const figures = [
    total > 0 ? say({ fr: `${count} sur ${toRows(total)}`, en: `${count} of ${toRows(total)}` }) : toRows(read),
  ];
  if (rate > 0) figures.push(say({ fr: `${toNumber(rate)} par minute`, en: `${toNumber(rate)} a minute` }));
  if (left !== undefined) figures.push(say({ fr: `encore ${toDuration(left)}`, en: `${toDuration(left)} left` }));
  return figures.join(' · ');
}

/** How many kinds of records are read, and the rows of all of them. */
export function toStreamCount({ streamsDone, streamsAll, rows }: Progress): string {
  return say({
    fr: `Types de données terminés : ${streamsDone} sur ${streamsAll} · ${toRows(rows)} en tout`,
    en: `Kinds of records done: ${streamsDone} of ${streamsAll} · ${toRows(rows)} in all`,
  });
}

/** «1 ligne», «1 200 lignes». */
export function toRows(count: number): string {
  const number = toNumber(count);
  return say({ fr: `${number} ${count < 2 ? 'ligne' : 'lignes'}`, en: `${number} ${count === 1 ? 'row' : 'rows'}` });
}

/** The title of a connection; of one that was deleted, a word for it. */
export function titleOf(home: Home, id: string): string {
  const found = home.connections.find((connection) => connection.id === id);
  return found?.title ?? say({ fr: 'Connexion supprimée', en: 'Deleted connection' });
}

function toOwnerWords({ by, startedAt }: Progress): string {
  return say({
    fr: `Lancée par ${by} le ${toMoment(startedAt)}. Vous pourrez lancer la vôtre quand elle sera terminée.`,
    en: `Started by ${by} on ${toMoment(startedAt)}. You can start yours when it has ended.`,
  });
}

function toPauseWords({ state, resumesAt, reason }: Progress): string {
  if (state === 'interrupted') {
    return say({
      fr: 'Google l’a interrompue ; elle reprend d’elle-même là où elle en était.',
      en: 'Google cut it off; it goes on by itself where it was.',
    });
  }
  if (state !== 'paused') return '';
  const time = resumesAt === undefined ? '' : toTime(resumesAt);
  if (reason !== undefined) {
    return say({
      fr: `En pause. ${reason} Reprise${time && ` vers ${time}`}, que ce panneau soit ouvert ou fermé.`,
      en: `Paused. ${reason} It resumes${time && ` at about ${time}`}, whether this panel is open or closed.`,
    });
  }
  return say({
    fr: `En pause. Elle reprend d’elle-même${time && ` vers ${time}`}, que ce panneau soit ouvert ou fermé.`,
    en: `Paused. It goes on by itself${time && ` at about ${time}`}, whether this panel is open or closed.`,
  });
}
