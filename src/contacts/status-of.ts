import type { Words } from '../core/model';
import type { Hold, HoldReason } from './action';
import type { RowOutcome } from './applying';
import { fieldTitle } from './client-sheet';
import type { Field } from './fields';

/** What stands beside a row that agrees with its contact. */
export function syncedStatus({ conflicts }: Pick<RowOutcome, 'conflicts'>): Words {
  if (conflicts.length === 0) return { fr: 'Synchronisé', en: 'Synced' };
  const names = (language: 'fr' | 'en'): string => conflicts.map((field) => fieldTitle(field)[language]).join(', ');
  return {
    fr: `Synchronisé – conflit sur ${names('fr')}, voir le Journal`,
    en: `Synced – conflict in ${names('en')}, see the Journal`,
  };
}

/** What stands beside a row that was edited since the last sync. */
export const EDITED: Words = { fr: 'À synchroniser', en: 'To be synced' };

/** What stands beside a row that could not be written to Google. */
export const NOT_WRITTEN: Words = {
  fr: 'Pas encore dans Google : il n’a pas répondu, ou le contact changeait au même moment. Réessai à la prochaine synchronisation',
  en: 'Not in Google yet: it did not answer, or the contact was changing at that moment. The next sync tries again',
};

/** What stands beside a row that waits, and what the user can do. */
export function holdStatus(hold: Pick<Hold, 'reason' | 'rows' | 'field'>): Words {
  const rows = hold.rows.join(', ');
  const title: Words = hold.field ? fieldTitle(hold.field) : { fr: '', en: '' };
  const texts: Readonly<Record<HoldReason, Words>> = {
    ...TEXTS,
    sameRows: {
      fr: `En attente : les lignes ${rows} ont la même adresse e-mail. Gardez-en une, ou corrigez l’adresse`,
      en: `Waiting: rows ${rows} have the same e-mail address. Keep one, or correct the address`,
    },
    loop: {
      fr: `En attente : un autre programme modifie sans cesse « ${title.fr} ». Voir « À décider » dans le panneau`,
      en: `Waiting: another program keeps changing “${title.en}”. See “To decide” in the sidebar`,
    },
  };
  return texts[hold.reason];
}

/** Only in the tab are texts about rows; `contactWithoutEmail` never stands beside one. */
const TEXTS: Readonly<Record<Exclude<HoldReason, 'sameRows' | 'loop'>, Words>> = {
  noEmail: { fr: 'Non synchronisé : pas d’adresse e-mail', en: 'Not synced: no e-mail address' },
  badEmail: {
    fr: 'Non synchronisé : cette adresse e-mail n’en est pas une, ou il y en a plusieurs',
    en: 'Not synced: this is no e-mail address, or several',
  },
  emailErased: {
    fr: 'En attente : l’adresse e-mail a été effacée. Google l’a gardée ; remettez-la ici',
    en: 'Waiting: the e-mail address was erased. Google kept it; put it back here',
  },
  emailErasedInGoogle: {
    fr: 'En attente : le contact n’a plus d’adresse e-mail valable dans Google. Remettez-la dans le contact',
    en: 'Waiting: the contact has no valid e-mail address in Google any more. Put it back into the contact',
  },
  sameContacts: {
    fr: 'En attente : plusieurs contacts Google ont cette adresse. Voir « À décider » dans le panneau',
    en: 'Waiting: several Google contacts have this address. See “To decide” in the sidebar',
  },
  emailTaken: {
    fr: 'En attente : cette adresse e-mail est déjà celle d’un autre contact ou d’une autre ligne. Pour échanger deux adresses, passez par une troisième',
    en: 'Waiting: this e-mail address is already that of another contact or row. To swap two addresses, go by a third one',
  },
  goneInGoogle: {
    fr: 'Supprimé dans Google. Voir « À décider » dans le panneau ; une modification de la ligne le recrée, avec ces champs seulement',
    en: 'Deleted in Google. See “To decide” in the sidebar; an edit of the row makes it again, with these fields only',
  },
  goneInSheet: { fr: 'Ligne supprimée', en: 'Row deleted' },
  goneInSheetChanged: { fr: 'Ligne supprimée, contact modifié depuis', en: 'Row deleted, contact changed since' },
  archived: {
    fr: 'Archivé : n’est plus synchronisé. « Envoyer les lignes sélectionnées » le reprend',
    en: 'Archived: no longer synced. “Send the selected rows” takes it up again',
  },
  creating: {
    fr: 'En cours de création dans Google : vérifié à la prochaine synchronisation',
    en: 'Being made in Google: checked at the next sync',
  },
  tomorrow: {
    fr: 'En attente : limite de créations du jour atteinte, la suite demain',
    en: 'Waiting: as many contacts as a day allows were made, the rest tomorrow',
  },
  contactWithoutEmail: { fr: 'Contact sans adresse e-mail', en: 'Contact without an e-mail address' },
  oneWay: {
    fr: 'Non synchronisé : seuls les contacts Google viennent dans l’onglet',
    en: 'Not synced: only Google contacts come into the tab',
  },
};

/** A field's name as the user reads it. */
export function titleOf(field: Field, language: 'fr' | 'en'): string {
  return fieldTitle(field)[language];
}
