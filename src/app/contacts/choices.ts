import type { Hold } from '../../contacts/action';
import { nameOf } from '../../contacts/apply-updates';
import { emailKey } from '../../contacts/field-key';
import { project, referenceOf } from '../../contacts/project';
import { readSides, type Sides } from '../../contacts/sides';
import { titleOf } from '../../contacts/status-of';
import { choicesIn } from '../../contacts/sync-contacts';
import type { Words } from '../../core/model';
import type { ChoiceOption, ChoiceView } from '../rpc';
import { say } from '../words';
import { openContactsSync } from './open-sync';

/** What waits for the person's decision, as of the last sync: Google is not asked. */
export function readChoiceViews(): readonly ChoiceView[] {
  const sides = readSides(openContactsSync(), { force: true }, 'stored');
  return choicesOf(sides).map((hold) => toView(hold, sides));
}

/** The holds that ask for a decision. */
export function choicesOf({ plan }: Sides): readonly Hold[] {
  return choicesIn(plan.holds);
}

/** Names a decision as long as it waits. */
export function choiceId({ reason, link, client, contact }: Hold): string {
  if (reason === 'sameRows') return `sameRows/${emailKey(client?.fields.email ?? '')}`;
  const kind = reason === 'goneInSheetChanged' ? 'goneInSheet' : reason;
  return `${kind}/${link?.id ?? (client ? emailKey(client.fields.email) : (contact?.source ?? ''))}`;
}

function toView(hold: Hold, sides: Sides): ChoiceView {
  return { id: choiceId(hold), title: titleFor(hold), text: say(textOf(hold)), options: optionsOf(hold, sides) };
}

function titleFor({ client, contact, link }: Hold): string {
  const fields = client?.fields ?? (contact ? project(contact, referenceOf(link)) : link?.base);
  return fields ? nameOf({ fields }) : '';
}

function textOf({ reason, client, field, refs, rows }: Hold): Words {
  if (reason === 'goneInGoogle') return GONE_IN_GOOGLE;
  if (reason === 'goneInSheet') return GONE_IN_SHEET;
  if (reason === 'goneInSheetChanged') return GONE_IN_SHEET_CHANGED;
  if (reason === 'loop') {
    const names: Words = field ? { fr: titleOf(field, 'fr'), en: titleOf(field, 'en') } : { fr: '', en: '' };
    return {
      fr: `« ${names.fr} » change sans cesse entre les mêmes valeurs : un autre programme synchronise sans doute aussi ces contacts. Sync s’est arrêté pour ce client. Réglez l’autre programme, puis reprenez.`,
      en: `“${names.en}” keeps changing between the same values: another program probably syncs these contacts too. Sync has stopped for this client. Set that program right, then go on.`,
    };
  }
  if (reason === 'sameRows') {
    return {
      fr: `Les lignes ${rows.join(', ')} ont la même adresse e-mail : aucune n’est synchronisée. Supprimez celles de trop ou corrigez leur adresse dans l’onglet ; la prochaine synchronisation reprend.`,
      en: `Rows ${rows.join(', ')} have the same e-mail address: none of them is synced. Delete those that are too many or correct their address in the tab; the next sync goes on.`,
    };
  }
  const count = String(refs.length);
  return client
    ? {
        fr: `${count} contacts Google ont cette adresse. Choisissez celui qui va avec la ligne ; les autres restent comme ils sont. Vous pouvez aussi les fusionner dans Google Contacts.`,
        en: `${count} Google contacts have this address. Choose the one that goes with the row; the others stay as they are. You can also merge them in Google Contacts.`,
      }
    : {
        fr: `${count} contacts Google à faire venir ont la même adresse. Choisissez celui qui devient une ligne ; les autres restent dans Google.`,
        en: `${count} Google contacts that are to come have the same address. Choose the one that becomes a row; the others stay in Google.`,
      };
}

const GONE_IN_GOOGLE: Words = {
  fr: 'Ce contact a été supprimé dans Google ; sa ligne est restée. Pour le retrouver en entier, avec ses notes et ses autres numéros, restaurez-le dans la corbeille de contacts.google.com (30 jours), puis synchronisez. « Recréer le contact » en fait un nouveau, avec les champs de la ligne seulement ; « Garder la ligne seule » ne synchronise plus ce client.',
  en: 'This contact was deleted in Google; its row stayed. To get all of it back, notes and other numbers included, restore it from the bin of contacts.google.com (30 days), then sync. “Make it again” makes a new one with the fields of the row only; “Keep the row alone” no longer syncs this client.',
};

const GONE_IN_SHEET: Words = {
  fr: 'La ligne de ce client a été supprimée ; le contact est resté dans Google. « Supprimer le contact » le met à la corbeille de Google, où il reste 30 jours ; « Remettre la ligne » l’ajoute de nouveau à l’onglet ; « Garder le contact seul » ne le synchronise plus.',
  en: 'The row of this client was deleted; the contact stayed in Google. “Delete the contact” puts it into Google’s bin, where it stays for 30 days; “Put the row back” adds it to the tab again; “Keep the contact alone” no longer syncs it.',
};

const GONE_IN_SHEET_CHANGED: Words = {
  fr: `Attention : le contact a été modifié dans Google depuis. ${GONE_IN_SHEET.fr}`,
  en: `Mind: the contact was changed in Google since. ${GONE_IN_SHEET.en}`,
};

/** What can be decided. */
export function optionsOf({ reason, refs }: Hold, { mirror }: Sides): readonly ChoiceOption[] {
  if (reason !== 'sameContacts') return (OPTIONS[reason] ?? []).map(([value, title]) => toOption(value, say(title)));
  const contacts = mirror.contacts();
  return refs.flatMap((ref) => {
    const contact = contacts.find((each) => each.ref === ref);
    if (!contact) return [];
    const { given, family, phones, jobs } = contact;
    const label = [[given, family].filter(Boolean).join(' '), phones[0], jobs[0]?.company].filter(Boolean).join(' · ');
    return [toOption(`use:${ref}`, label === '' ? ref : label)];
  });
}

function toOption(value: string, label: string): ChoiceOption {
  return { value, label, isDanger: value === 'deleteContact' };
}

const ARCHIVE_ROW: Words = { fr: 'Garder la ligne seule', en: 'Keep the row alone' };
const ARCHIVE_CONTACT: Words = { fr: 'Garder le contact seul', en: 'Keep the contact alone' };
const GONE_ROW_OPTIONS: readonly (readonly [string, Words])[] = [
  ['restoreRow', { fr: 'Remettre la ligne', en: 'Put the row back' }],
  ['archive', ARCHIVE_CONTACT],
  ['deleteContact', { fr: 'Supprimer le contact', en: 'Delete the contact' }],
];

const OPTIONS: Readonly<Partial<Record<Hold['reason'], readonly (readonly [string, Words])[]>>> = {
  goneInGoogle: [
    ['recreate', { fr: 'Recréer le contact', en: 'Make it again' }],
    ['archive', ARCHIVE_ROW],
  ],
  goneInSheet: GONE_ROW_OPTIONS,
  goneInSheetChanged: GONE_ROW_OPTIONS,
  loop: [['resume', { fr: 'Reprendre', en: 'Go on' }]],
};
