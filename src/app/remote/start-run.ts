import type { Words } from '../../core/model';
import { documentStore } from '../../platform/property-stores';
import { userEmail } from '../../platform/session';
import { say } from '../words';
import type { Answer } from './answer';
import { askRun } from './ask-run';
import { ownersIn } from './asked';

/** Asks for a run of connections (or `CONTACTS`), and answers with its id, at once. Throws `Refusal` as `askRun` does. */
export function startRun(connections: readonly string[]): Answer {
  const run = askRun(connections);
  const owners = ownersIn(documentStore().all());
  const others = connections.flatMap((id) => owners.get(id) ?? []).filter((owner) => owner !== userEmail());
  return { status: 202, message: say(wordsOf(run, [...new Set(others)])), data: { run } };
}

function wordsOf(run: string, others: readonly string[]): Words {
  const fr = `La synchronisation est demandée ; elle commence dans la minute, ou dans l’heure si Google est occupé. Pour suivre : path=/runs/${run}.`;
  const en = `The sync is asked for; it begins within a minute, or within the hour when Google is busy. To follow it: path=/runs/${run}.`;
  if (others.length === 0) return { fr, en };
  return {
    fr: `${fr} Ce qui appartient à ${others.join(', ')} utilise son compte : cela commence au prochain passage de ses synchronisations automatiques.`,
    en: `${en} What belongs to ${others.join(', ')} uses their account: it begins with the next turn of their automatic syncs.`,
  };
}
