import { clock } from '../../platform/clock';
import { missingPermissions, type Permissions } from '../../platform/permissions';
import { documentStore } from '../../platform/property-stores';
import { mailPerson } from '../alerts/mail-person';
import { type Beat, writeBeat } from './beats';

/** What the person must grant anew before Sync may go on by itself; null: nothing. */
export function readRefusal(): Permissions | null {
  const missing = missingPermissions();
  // Others, such as for Drive, are missed only by what needs them, which says so itself.
  return missing && NEEDED.some((scope) => !missing.granted.includes(SCOPES + scope)) ? missing : null;
}

/**
 * Notes in the document that the person's automatic syncs may do nothing, so that all who open it can read it, and writes to them once,
 * where a mail can still be sent.
 */
export function tellRefusal({ url }: Permissions, before: Beat | null, person: string): void {
  const now = clock.now();
  writeBeat(documentStore(), person, { at: now, refusedSince: before?.refusedSince ?? now });
  if (before?.refusedSince === undefined) mailPerson([person], SUBJECT, [BODY, ...(url === null ? [] : [toLink(url)])]);
}

const SCOPES = 'https://www.googleapis.com/auth/';
const NEEDED = ['spreadsheets', 'script.external_request', 'script.scriptapp'];

const SUBJECT = {
  fr: 'Sync : vos synchronisations automatiques sont arrêtées',
  en: 'Sync: your automatic syncs have stopped',
};

const BODY = {
  fr: 'Google n’autorise plus Sync à lire et écrire en votre nom : vos synchronisations automatiques ne se font plus. Ouvrez la feuille de calcul, choisissez Sync > Ouvrir Sync…, et acceptez ce que Google demande : elles reprendront d’elles-mêmes dans l’heure.',
  en: 'Google does not let Sync read and write in your name any more: your automatic syncs do not run. Open the spreadsheet, choose Sync > Open Sync…, and accept what Google asks for: they go on by themselves within the hour.',
};

function toLink(url: string): { readonly fr: string; readonly en: string } {
  return { fr: `Ou donnez l’autorisation ici : ${url}`, en: `Or give your permission here: ${url}` };
}
