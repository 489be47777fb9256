import type { JsonObject } from '../json';
import { toHref, type Account } from './account';
import { certificationLink, sessionId } from './catalogue';
import { certificationFolderOf } from './certification-ids';
import { organismAt } from './organisms';

/** The links of a registration folder: paths below the site, each part percent-encoded; some are missing. */
export function folderLinks(
  account: Account,
  index: number,
  id: string,
  to: { session: number; action: string },
): JsonObject {
  const certificationFolder = certificationFolderOf(account, index);
  const part = encodeURIComponent(id);
  const self = `/api/registrationFolders/${part}`;
  return {
    self: { href: self },
    validate: { href: `${self}/validate` },
    inTraining: { href: `${self}/inTraining` },
    terminate: { href: `${self}/terminate` },
    serviceDone: { href: `${self}/serviceDone` },
    refuse: { href: `${self}/refuse` },
    cancel: { href: `${self}/cancel` },
    billing: { href: `${self}/billing` },
    session: { href: toHref('sessions', sessionId(to.session)) },
    organism: organismAt(0),
    payments: { href: `/api/payments?registrationFolderId=${part}` },
    trainingAction: { href: toHref('trainingActions', to.action) },
    certification: index % 5 === 4 ? undefined : certificationLink(index),
    activities: { href: `/api/activities/RegistrationFolder/${part}` },
    certificationFolder:
      certificationFolder === undefined ? undefined : { href: toHref('certificationFolders', certificationFolder) },
  };
}
