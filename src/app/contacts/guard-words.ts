import type { Guard } from '../../contacts/guard';
import { titleOf } from '../../contacts/status-of';
import type { Words } from '../../core/model';

/** Why a sync wrote nothing, and what the user can do. */
export function guardWords({ reason, side, count, of, field }: Guard): Words {
  const where: Words =
    side === 'sheet'
      ? { fr: 'dans l’onglet', en: 'in the tab' }
      : { fr: 'dans Google Contacts', en: 'in Google Contacts' };
  const many: Words = { fr: `${count} sur ${of}`, en: `${count} of ${of}` };
  const what: Readonly<Record<Guard['reason'], Words>> = {
    emptyTab: {
      fr: 'Toutes les lignes qui étaient synchronisées ont disparu de l’onglet.',
      en: 'All rows that were synced have gone from the tab.',
    },
    manyRowsGone: {
      fr: `Beaucoup de lignes ont disparu d’un coup : ${many.fr}.`,
      en: `Many rows have gone at once: ${many.en}.`,
    },
    manyContactsGone: {
      fr: `Beaucoup de contacts ont disparu d’un coup dans Google : ${many.fr}.`,
      en: `Many contacts have gone from Google at once: ${many.en}.`,
    },
    manyChanges: {
      fr: `Beaucoup de clients ont été modifiés d’un coup ${where.fr} : ${many.fr}.`,
      en: `Many clients were changed at once ${where.en}: ${many.en}.`,
    },
    columnErased: {
      fr: `Beaucoup de valeurs de « ${field ? titleOf(field, 'fr') : ''} » ont été effacées d’un coup ${where.fr} : ${many.fr}.`,
      en: `Many values of “${field ? titleOf(field, 'en') : ''}” were erased at once ${where.en}: ${many.en}.`,
    },
  };
  return {
    fr: `${what[reason].fr} Par prudence, rien n’a été écrit. Si c’est une erreur, annulez-la (Ctrl+Z, ou Fichier > Historique des versions) ; si c’est voulu, choisissez « Synchroniser quand même » dans Sync > Google Contacts.`,
    en: `${what[reason].en} To be safe, nothing was written. If it is a mistake, undo it (Ctrl+Z, or File > Version history); if it is what you want, choose “Sync all the same” in Sync > Google Contacts.`,
  };
}
