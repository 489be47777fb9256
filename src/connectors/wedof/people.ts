import type { Cursor, Json } from '../../core/model';
import { UnavailableError } from '../../core/errors';
import type { Api, Page, Stream } from '../connector';
import { isObject, objectAt, textOf } from '../fields';
import { attendeeColumns } from './columns/attendee-columns';
import { organismColumns, userColumns } from './columns/other-columns';
import { readList } from './lists';
import { createShape, type Shape } from './shape';

/** The colleagues of the key's owner, or the owner alone where the list of an organism's users is closed. */
export function defineUsers(links: boolean): Stream {
  const { key, columns, toRows } = createShape('email', userColumns, links);
  return {
    name: 'users',
    title: { fr: 'Utilisateurs', en: 'Users' },
    help: { fr: 'Une ligne par utilisateur de votre organisme.', en: 'One row for each user of your organism.' },
    key,
    columns,
    mode: 'snapshot',
    read: (api, cursor) => readUsers(api, cursor, toRows),
  };
}

/** Attendees, as the folders hold them: no request of their own. */
export function defineAttendees(links: boolean): Stream {
  const { key, columns } = createShape('id', attendeeColumns, links);
  return {
    name: 'attendees',
    title: { fr: 'Apprenants', en: 'Attendees' },
    help: {
      fr: 'Une ligne par apprenant rencontré dans les dossiers.',
      en: 'One row for each attendee found in the folders.',
    },
    key,
    columns,
    mode: 'changes',
    from: ['registrationFolders', 'certificationFolders'],
  };
}

/** The account's own organism, and those that the folders name. */
export function defineOrganisms(links: boolean): Stream {
  const { key, columns, toRows } = createShape('siret', organismColumns, links);
  return {
    name: 'organisms',
    title: { fr: 'Organismes', en: 'Organisms' },
    help: {
      fr: 'Votre organisme, et ceux que citent vos dossiers : partenaires et certificateurs.',
      en: 'Your organism, and those that your folders name: partners and certifiers.',
    },
    key,
    columns,
    mode: 'changes',
    from: ['registrationFolders', 'certificationFolders'],
    read: (api): Page => {
      const { body } = api.get('/organisms/me');
      return { ...toRows(isObject(body) ? [body] : []), cursor: {}, done: true };
    },
  };
}

/** Who the key belongs to. `organism` and `siret` are empty when the account names none. */
export interface Owner {
  readonly body: Json;
  readonly name: string;
  readonly organism: string;
  readonly siret: string;
}

/** Asks who the key belongs to. */
export function readOwner(api: Api): Owner {
  const { body } = api.get('/users/me');
  const owner = objectAt(body);
  const organism = objectAt(owner, '_links', 'mainOrganism');
  return {
    body,
    name: textOf(owner.name) || textOf(owner.email),
    organism: textOf(organism.name),
    siret: textOf(organism.siret),
  };
}

function readUsers(api: Api, cursor: Cursor | null, toRows: Shape['toRows']): Page {
  const known = textOf(cursor?.siret);
  const owner = known === '' ? readOwner(api) : null;
  const siret = owner ? owner.siret : known;
  const alone = (): Page => ({
    ...toRows(owner && isObject(owner.body) ? [owner.body] : []),
    cursor: {},
    done: true,
    complete: false,
  });
  if (siret === '') return alone();
  try {
    return readList(api, { path: '/users', query: { siret } }, cursor, toRows, { siret });
  } catch (error) {
    if (owner && error instanceof UnavailableError) return alone();
    throw error;
  }
}
