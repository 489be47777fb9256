import type { Slot } from '../collection';
import type { Kind } from '../vendor';
import { folderOfActivityId } from './certification-ids';
import type { Family, Nested } from './nested';
import { listRecords } from './paging';
import { badParameter, Problem } from './problem';
import type { Records } from './records';
import { defineRoute, servePage, type Route, type Serving } from './route';

/** Payments and activities: listed folder by folder, and as a whole only for accounts that have such a list. */
export function nestedRoutes(records: Records, serving: Serving): readonly Route[] {
  const { activities, registrationFolders, certificationFolders } = records;
  return [
    paymentsRoute(records, serving),
    bareRoute('/activities', 'bareActivities', activities.kind, serving),
    activityRoute('RegistrationFolder', serving, activities.kind, activities.registration, (id) =>
      registrationFolders.find(id),
    ),
    activityRoute('CertificationFolder', serving, activities.kind, activities.certification, (id) =>
      certificationFolders.at(folderOfActivityId(id) ?? -1),
    ),
  ];
}

function paymentsRoute({ payments, registrationFolders }: Records, serving: Serving): Route {
  const bare = bareRoute('/payments', 'barePayments', payments.kind, serving);
  return defineRoute('/payments', (query, parts) => {
    const id = query.get('registrationFolderId');
    if (id === null) return bare.serve(query, parts);
    const slot = registrationFolders.find(id);
    const found = slot === undefined ? [] : payments.kind.of(payments.family, slot);
    return servePage(serving, query, '/payments', listRecords('payments', found));
  });
}

function bareRoute(route: string, list: string, kind: Kind, serving: Serving): Route {
  return defineRoute(route, (query) => {
    if (serving.statuses.get(list) === 400)
      throw badParameter('registrationFolderId', 'This value should not be null.');
    return servePage(serving, query, route, listRecords(list, kind.records(0, Infinity)));
  });
}

function activityRoute<F extends object, P extends object, C extends object>(
  entity: string,
  serving: Serving,
  kind: Nested<P, C>,
  family: Family<F>,
  find: (id: string) => Slot<F> | undefined,
): Route {
  const route = `/activities/${entity}/{id}`;
  return defineRoute(route, (query, [id = '']) => {
    const slot = find(id);
    if (slot === undefined) throw new Problem(404, 'Not Found');
    return servePage(serving, query, route, listRecords('activities', kind.of(family, slot)));
  });
}
