import type { Words } from '../../core/model';

/** What the user reads when Zendesk's data is not as agreed. */
export const sentences = {
  noList: {
    fr: 'Zendesk a répondu, mais pas par une liste de données comme prévu. Réessayez plus tard ; si cela dure, transmettez-nous ce message.',
    en: 'Zendesk answered, but not with a list of data as expected. Try again later; if it lasts, send us this message.',
  },
  noEnd: {
    fr: 'Zendesk ne dit ni où continuer la lecture, ni qu’elle est finie. Rien n’est perdu : relancez la synchronisation plus tard.',
    en: 'Zendesk says neither where to read on nor that the end is reached. Nothing is lost: sync again later.',
  },
  circles: {
    fr: 'Zendesk renvoie sans cesse à la même page : la lecture s’est arrêtée là au lieu de tourner en rond. Rien n’est perdu : relancez la synchronisation plus tard.',
    en: 'Zendesk keeps sending us to the same page: the reading stopped there rather than go round in circles. Nothing is lost: sync again later.',
  },
  crowdedSecond: {
    fr: 'Zendesk n’a pas pu envoyer tout ce qui date d’une même seconde : il en manque peut-être.',
    en: 'Zendesk could not send everything that is dated in one and the same second: some may be missing.',
  },
  noExport: {
    fr: 'Zendesk refuse l’export des tickets : il faut les droits d’un administrateur et, pour un client OAuth, la portée « read ». L’onglet reste tel quel.',
    en: 'Zendesk refuses the export of tickets: it takes the rights of an administrator and, for an OAuth client, the scope “read”. The tab stays as it is.',
  },
  keyless: (count: number): Words => ({
    fr: `Zendesk a envoyé ${count} fiche(s) sans identifiant : elles n’ont pas été reprises.`,
    en: `Zendesk sent ${count} record(s) without an id: they were left out.`,
  }),
  unknownColumns: (names: readonly string[]): Words => ({
    fr: `Le réglage « Colonnes » nomme ce que le tableau n’a pas : ${someOf(names)}. Vérifiez ces noms, et les réglages « Description » et « Tickets supprimés ».`,
    en: `The setting “Columns” names what the table does not have: ${someOf(names)}. Check these names, and the settings “Description” and “Deleted tickets”.`,
  }),
};

/** A note is kept in a property, which holds 9 KB. */
const MOST_NAMES = 10;
const LONGEST_NAME = 60;

function someOf(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).map((name) => {
    return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name;
  });
  return [...shown, ...(names.length > MOST_NAMES ? ['…'] : [])].join(', ');
}

/** Several notes as one, or none. */
export function joinNotes(...notes: readonly (Words | undefined)[]): { readonly note?: Words } {
  const given = notes.filter((note) => note !== undefined);
  if (given.length === 0) return {};
  return { note: { fr: given.map(({ fr }) => fr).join(' '), en: given.map(({ en }) => en).join(' ') } };
}
