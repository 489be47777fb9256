import type { Words } from '../core/model';

/** What users read when Google Drive does not take a copy: what happened, and what to do next. */
export const driveAdvice = {
  down: {
    fr: 'Google Drive ne répond pas bien en ce moment. La copie reprendra d’elle-même, là où elle s’est arrêtée.',
    en: 'Google Drive is not answering well just now. The copy goes on by itself, from where it stopped.',
  },
  slowDown: {
    fr: 'Google Drive nous demande d’aller moins vite. La copie reprendra d’elle-même, là où elle s’est arrêtée.',
    en: 'Google Drive asked us to slow down. The copy goes on by itself, from where it stopped.',
  },
  allowance: {
    fr: 'Le nombre de requêtes que Google permet chaque jour est atteint. La copie reprendra d’elle-même.',
    en: 'Google’s daily allowance of requests is used up. The copy goes on by itself.',
  },
  blocked: {
    fr: 'Google n’a pas envoyé la copie à Google Drive. Demandez à l’administrateur de votre compte Google d’autoriser l’adresse www.googleapis.com. L’onglet est à jour.',
    en: 'Google did not send the copy to Google Drive. Ask the administrator of your Google account to allow the address www.googleapis.com. The tab is up to date.',
  },
  full: {
    fr: 'Votre espace Google Drive est plein : la copie n’a pas pu être enregistrée, et la précédente reste telle quelle. Libérez de la place (corbeille comprise), puis relancez la synchronisation. L’onglet est à jour.',
    en: 'Your Google Drive is full: the copy could not be saved, and the earlier one stays as it is. Free some space (the trash counts), then sync again. The tab is up to date.',
  },
  off: {
    fr: 'L’accès à Google Drive n’est pas ouvert à ce script dans votre organisation : la copie n’est pas faite. Demandez à l’administrateur de votre compte Google de l’autoriser. L’onglet est à jour.',
    en: 'Google Drive is not open to this script in your organisation: the copy is not made. Ask the administrator of your Google account to allow it. The tab is up to date.',
  },
  noPermission: {
    fr: 'Sync n’a pas la permission d’écrire dans Google Drive : la copie n’est pas faite. Relancez la synchronisation depuis le menu et, quand Google le demande, cochez l’accès à Google Drive (Sync n’y voit que ses propres fichiers). L’onglet est à jour.',
    en: 'Sync may not write to Google Drive: the copy is not made. Sync again from the menu and, when Google asks, tick the access to Google Drive (Sync sees only its own files there). The tab is up to date.',
  },
  closed: {
    fr: 'Google Drive refuse l’accès à la copie ou à son dossier « exports ». Donnez-vous le droit de les modifier, ou mettez-les à la corbeille : ils seront recréés. L’onglet est à jour.',
    en: 'Google Drive refuses access to the copy or to its folder "exports". Give yourself the right to edit them, or move them to the trash: they are made anew. The tab is up to date.',
  },
  unexpected: (status: number): Words => ({
    fr: `Google Drive a répondu de façon inattendue (code ${status}) : la copie précédente reste telle quelle. Réessayez plus tard ; si cela dure, transmettez-nous ce message. L’onglet est à jour.`,
    en: `Google Drive answered in an unexpected way (code ${status}): the earlier copy stays as it is. Try again later; if it lasts, send us this message. The tab is up to date.`,
  }),
} satisfies Readonly<Record<string, Words | ((status: number) => Words)>>;
