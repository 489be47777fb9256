import type { Collection } from '../collection';
import type { JsonObject } from '../json';
import { certificationRoutes } from './certification-routes';
import { certificationQuery, registrationQuery } from './folder-queries';
import { FolderQuery } from './folder-query';
import { nestedRoutes } from './nested-routes';
import { organismAt, OWN_SIRET } from './organisms';
import { listRecords, listSlots } from './paging';
import { badParameter, Problem } from './problem';
import type { Records } from './records';
import { defineRoute, findRecord, servePage, toAnswer, type Route, type Serving } from './route';
import { contractStates } from './working-contracts';

/** All routes of the API, in the order they are tried. */
export function createRoutes(records: Records, serving: Serving): readonly Route[] {
  return [
    ...folderRoutes(records, serving),
    ...listRoutes(records, serving),
    ...nestedRoutes(records, serving),
    ...certificationRoutes(records, serving),
  ];
}

function folderRoutes(records: Records, serving: Serving): readonly Route[] {
  const registrations = new FolderQuery(records.registrationFolders, registrationQuery);
  const certifications = new FolderQuery(records.certificationFolders, certificationQuery);
  return [
    folderList('registrationFolders', registrations, serving),
    folderList('certificationFolders', certifications, serving),
    single('/registrationFolders/{externalId}', records.registrationFolders),
    single('/certificationFolders/{externalId}', records.certificationFolders),
    filesRoute('registrationFolders', records.registrationFolders, serving),
    filesRoute('certificationFolders', records.certificationFolders, serving),
  ];
}

function folderList<F extends object>(list: string, folders: FolderQuery<F>, serving: Serving): Route {
  const route = `/${list}`;
  return defineRoute(route, (query) => {
    if ((query.get('format') ?? 'json') !== 'json') throw badParameter('format', 'This local server serves JSON only.');
    return servePage(serving, query, route, folders.listing(list, query, serving.now()));
  });
}

function filesRoute<F extends object>(list: string, folders: Collection<F>, serving: Serving): Route {
  const route = `/${list}/{externalId}/files`;
  return defineRoute(route, (query, [id = '']) => {
    const { files } = findRecord(folders, id);
    return servePage(
      serving,
      query,
      route,
      listRecords(`${list}/files`, Array.isArray(files) ? (files as JsonObject[]) : []),
    );
  });
}

function single<F extends object>(route: string, collection: Collection<F>): Route {
  return defineRoute(route, (_query, [key = '']) => toAnswer(findRecord(collection, key)));
}

function listRoutes(records: Records, serving: Serving): readonly Route[] {
  const plain = <F extends object>(list: string, collection: Collection<F>): Route =>
    defineRoute(`/${list}`, (query) =>
      servePage(serving, query, `/${list}`, listSlots(list, collection, collection.slots)),
    );
  return [
    defineRoute('/users/me', () => toAnswer(records.users.records(0, 1)[0])),
    usersRoute(records, serving),
    defineRoute('/organisms/me', () => toAnswer(findRecord(records.organisms, OWN_SIRET))),
    single('/organisms/{siret}', records.organisms),
    plain('organisms', records.organisms),
    plain('trainings', records.trainings),
    single('/trainings/{externalId}', records.trainings),
    plain('trainingActions', records.trainingActions),
    single('/trainingActions/{externalId+}', records.trainingActions),
    plain('sessions', records.sessions),
    single('/sessions/{externalId}', records.sessions),
    plain('attendees', records.attendees),
    attendeeRoute(records),
    plain('invoices', records.invoices),
    plain('evaluations', records.evaluations),
    contractsRoute(records, serving),
    single('/workingContracts/{id}', records.workingContracts),
  ];
}

function usersRoute({ users }: Records, serving: Serving): Route {
  return defineRoute('/users', (query) => {
    const siret = query.get('siret');
    if (siret === null) throw badParameter('siret', 'This value should not be null.');
    if (siret !== organismAt(0).siret) throw new Problem(403, 'Access Denied');
    return servePage(serving, query, '/users', listSlots('users', users, users.slots));
  });
}

function attendeeRoute({ attendees }: Records): Route {
  return defineRoute('/attendees/{email}', (_query, [email = '']) => {
    const attendee = attendees.byEmail(email);
    if (attendee === undefined) throw new Problem(404, 'Not Found');
    return toAnswer(attendee);
  });
}

/** Without `state=all`, contracts that are not accepted are left out. */
function contractsRoute({ workingContracts }: Records, serving: Serving): Route {
  return defineRoute('/workingContracts', (query) => {
    const asked = query.get('financer')?.split(',');
    const state = query.get('state') ?? 'accepted';
    if (state !== 'all' && !contractStates.some((word) => word === state))
      throw badParameter('state', 'Not a valid choice.');
    const slots = workingContracts.slots.filter(
      ({ facts }) => (asked?.includes(facts.financer) ?? true) && (state === 'all' || facts.state === state),
    );
    return servePage(serving, query, '/workingContracts', listSlots('workingContracts', workingContracts, slots));
  });
}
