import type { Words } from '../../core/model';

/** What the user reads when Wedof's data is not as agreed. */
export const sentences = {
  noList: {
    fr: 'Wedof a répondu, mais pas par une liste de données comme prévu. Réessayez plus tard ; si cela dure, transmettez-nous ce message.',
    en: 'Wedof answered, but not with a list of data as expected. Try again later; if it lasts, send us this message.',
  },
  disorder: {
    fr: 'La liste de Wedof s’est mélangée pendant la lecture : une page est revenue deux fois, ou vide. Rien n’est perdu : relancez la synchronisation plus tard.',
    en: 'Wedof’s list got mixed up while we read it: a page came twice, or empty. Nothing is lost: sync again later.',
  },
  unsure: {
    fr: 'Wedof n’a peut-être pas tout envoyé : rien n’a été retiré de l’onglet.',
    en: 'Wedof may not have sent everything: nothing was removed from the tab.',
  },
  refused: (count: number): Words => ({
    fr: `Wedof refuse l’accès à ${count} dossier(s) : leurs lignes restent telles quelles.`,
    en: `Wedof refuses access to ${count} folder(s): their rows stay as they are.`,
  }),
  nothingHere: {
    fr: 'Non disponible sur ce compte : Wedof ne propose ces données pour aucun dossier. Votre onglet reste tel quel.',
    en: 'Not available on this account: Wedof does not offer this data for any folder. Your tab stays as it is.',
  },
  keyless: (count: number): Words => ({
    fr: `Wedof a envoyé ${count} fiche(s) sans identifiant : elles n’ont pas été reprises.`,
    en: `Wedof sent ${count} record(s) without an id: they were left out.`,
  }),
  foreignLinks: (count: number): Words => ({
    fr: `${count} dossier(s) portaient un lien étranger à Wedof : nous ne l’avons pas suivi.`,
    en: `${count} folder(s) had a link that leads outside Wedof: it was not followed.`,
  }),
};

/** Several notes as one, or none. */
export function joinNotes(notes: readonly (Words | undefined)[]): Words | undefined {
  const given = notes.filter((note) => note !== undefined);
  if (given.length === 0) return undefined;
  return { fr: given.map(({ fr }) => fr).join(' '), en: given.map(({ en }) => en).join(' ') };
}
