import type { Page, Stream } from '../connector';
import { readChanges, type FolderList } from './changes';
import { certificationFolderColumns } from './columns/certification-folder-columns';
import { certificationLinks, registrationLinks } from './columns/link-columns';
import { registrationFolderColumns } from './columns/registration-folder-columns';
import { createEmbedded } from './embedded';
import { createShape, type Shape } from './shape';

/** Registration folders, with the attendees and organisms they hold. */
export function defineRegistrationFolders(links: boolean): Stream {
  const columns = links ? [...registrationFolderColumns, ...registrationLinks] : registrationFolderColumns;
  return {
    name: 'registrationFolders',
    title: { fr: 'Dossiers de formation', en: 'Registration folders' },
    help: {
      fr: 'Une ligne par dossier de formation : apprenant, session, états, dates et montants.',
      en: 'One row for each registration folder: attendee, session, states, dates and amounts.',
    },
    ...foldersOf({ path: '/registrationFolders', limit: 100 }, createShape('externalId', columns, links), links),
  };
}

/** Certification folders, with the attendees and organisms they hold. */
export function defineCertificationFolders(links: boolean): Stream {
  const columns = links ? [...certificationFolderColumns, ...certificationLinks] : certificationFolderColumns;
  return {
    name: 'certificationFolders',
    title: { fr: 'Dossiers de certification', en: 'Certification folders' },
    help: {
      fr: 'Une ligne par dossier de certification : candidat, examen, résultat et envoi à la Caisse des Dépôts.',
      en: 'One row for each certification folder: candidate, exam, result and delivery to the Caisse des Dépôts.',
    },
    ...foldersOf({ path: '/certificationFolders', limit: 100 }, createShape('externalId', columns, links), links),
  };
}

function foldersOf(
  list: FolderList,
  { key, columns, toRows }: Shape,
  links: boolean,
): Pick<Stream, 'key' | 'columns' | 'mode' | 'read'> {
  const embedded = createEmbedded(links);
  return {
    key,
    columns,
    mode: 'changes',
    read: (api, cursor): Page => {
      const { records, cursor: next, done, total, full, unsure } = readChanges(api, list, cursor);
      return {
        ...toRows(records),
        also: embedded(records),
        cursor: next,
        done,
        whole: full && !unsure,
        ...(total === null ? {} : { total }),
      };
    },
  };
}
