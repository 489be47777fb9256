import type { Words } from './language';

/** A part of the help: one paragraph, or several points. */
export interface Topic {
  readonly title: Words;
  readonly items: readonly Words[];
}

/** What the help says, in the order in which a newcomer asks. */
export const TOPICS: readonly Topic[] = [
  {
    title: { fr: 'Ce que fait Sync', en: 'What Sync does' },
    items: [
      {
        fr: 'Sync remplit cette feuille de calcul avec ce que contiennent vos autres outils, un onglet par sorte de données, et la tient à jour. Il ne modifie jamais rien dans ces outils ; seuls vos contacts Google le sont, si vous le voulez. Vos colonnes, vos tris, vos notes et vos formules restent à leur place.',
        en: 'Sync fills this spreadsheet with what your other tools hold, one tab for each kind of data, and keeps it up to date. It never changes anything in those tools; only your Google contacts are changed, if you want so. Your columns, sorting, notes and formulas stay in their place.',
      },
    ],
  },
  {
    title: { fr: 'Pour commencer', en: 'First steps' },
    items: [
      {
        fr: 'Connexions, « Ajouter une connexion » : choisissez la source et collez la clé qu’elle vous a donnée.',
        en: 'Connections, “Add a connection”: choose the source and paste the key that it gave you.',
      },
      {
        fr: '« Tester » vérifie la clé ; « Enregistrer et synchroniser » remplit les onglets.',
        en: '“Test” checks the key; “Save and sync” fills the tabs.',
      },
      {
        fr: 'Une première lecture peut durer. Vous pouvez fermer ce panneau et la feuille : elle continue seule.',
        en: 'A first reading can take a while. You may close this panel and the spreadsheet: it goes on by itself.',
      },
      {
        fr: 'L’interrupteur de chaque connexion la synchronise ensuite sans vous ; le rythme se choisit par « Modifier ».',
        en: 'The switch of each connection then syncs it without you; how often is chosen by “Edit”.',
      },
    ],
  },
  {
    title: { fr: 'Ce que veulent dire les états', en: 'What the states mean' },
    items: [
      { fr: 'À jour : tout a été lu. Il n’y a rien à faire.', en: 'Up to date: all was read. There is nothing to do.' },
      {
        fr: 'En pause : Google ou la source demande d’attendre. La lecture reprend seule, là où elle en était.',
        en: 'Paused: Google or the source asks to wait. The reading goes on by itself, from where it was.',
      },
      {
        fr: 'Arrêtée : quelqu’un l’a arrêtée. Ce qui est lu est gardé ; la suite viendra à la prochaine synchronisation.',
        en: 'Stopped: somebody stopped it. What was read is kept; the rest comes with the next sync.',
      },
      {
        fr: 'Échec : le message dit pourquoi, et quoi faire. Les onglets gardent leurs lignes.',
        en: 'Failed: the message says why, and what to do. The tabs keep their rows.',
      },
      {
        fr: 'Clé à saisir : la connexion a été importée. Saisissez sa clé par « Modifier ».',
        en: 'Key needed: the connection was imported. Type its key by “Edit”.',
      },
      {
        fr: 'Indisponible : votre compte chez la source n’a pas ces données, ou sa clé n’y donne pas accès.',
        en: 'Unavailable: your account at the source does not have this data, or its key gives no access to it.',
      },
    ],
  },
  {
    title: { fr: 'Vos clients et Google Contacts', en: 'Your clients and Google Contacts' },
    items: [
      {
        fr: 'Contacts : l’onglet Clients et vos contacts Google se tiennent à jour l’un l’autre, dans les deux sens. Une ligne et un contact vont ensemble par l’adresse e-mail.',
        en: 'Contacts: the tab Clients and your Google contacts keep each other up to date, both ways. A row and a contact belong together by e-mail address.',
      },
      {
        fr: '« Aperçu » montre ce qui changerait, sans rien écrire. « À décider » réunit ce que Sync ne tranche pas seul : doublons, lignes et contacts disparus.',
        en: '“Preview” shows what would change, and writes nothing. “To decide” gathers what Sync does not settle alone: duplicates, rows and contacts that are gone.',
      },
      {
        fr: 'Rien n’est supprimé sans vous. « Journal » garde chaque valeur remplacée ; « Remettre » la fait revenir.',
        en: 'Nothing is deleted without you. “Journal” keeps each replaced value; “Put back” brings it back.',
      },
    ],
  },
  {
    title: { fr: 'Si une clé est refusée', en: 'If a key is refused' },
    items: [
      {
        fr: 'Copiez-la de nouveau, en entier et sans espace, depuis votre compte chez la source.',
        en: 'Copy it again, all of it and without blanks, from your account at the source.',
      },
      {
        fr: 'Si elle a été supprimée ou a expiré, créez-en une autre là-bas.',
        en: 'If it was deleted or has expired, create another one there.',
      },
      {
        fr: 'Puis « Modifier », « Remplacer », « Tester » et « Enregistrer » : vos onglets et leurs lignes restent.',
        en: 'Then “Edit”, “Replace”, “Test” and “Save”: your tabs and their rows stay.',
      },
    ],
  },
  {
    title: { fr: 'Où vont les données, et qui les voit', en: 'Where the data goes, and who sees it' },
    items: [
      {
        fr: 'Elles vont de la source à la feuille de calcul, sans passer par personne d’autre. Qui peut lire la feuille voit tout ce que contiennent ses onglets.',
        en: 'It goes from the source to the spreadsheet, and to nobody else. Whoever can view the spreadsheet sees all that its tabs hold.',
      },
      {
        fr: 'Votre clé reste à vous : elle est chiffrée, et Sync ne la montre à personne. Les autres voient le nom de la connexion, ses réglages et votre adresse e-mail, et ne peuvent pas synchroniser à votre place.',
        en: 'Your key stays yours: it is encrypted, and Sync shows it to nobody. Others see the connection’s name, its settings and your e-mail address, and cannot sync in your place.',
      },
      {
        fr: 'Ne donnez le droit de modifier la feuille qu’à des personnes à qui vous confieriez la clé : elles peuvent aussi en modifier le programme.',
        en: 'Give the right to edit the spreadsheet only to people whom you would trust with the key: they can also change its program.',
      },
    ],
  },
];
