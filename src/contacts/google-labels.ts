import { PeopleError } from '../core/errors';
import type { Group } from '../platform/services';
import type { AskPeople } from './patient-people';
import type { Label } from './settings';

/** The person's own labels. */
export function readLabels(ask: AskPeople): readonly Group[] {
  const labels: Group[] = [];
  for (let token: string | undefined; ;) {
    const page = ask((people) => people.groups(token));
    labels.push(...(page.contactGroups ?? []).filter(({ groupType }) => groupType === 'USER_CONTACT_GROUP'));
    token = page.nextPageToken;
    if (token === undefined) return labels;
  }
}

/** The label of that name, whatever its case, which is made when there is none. Throws `PeopleError` when Google refuses it. */
export function openLabel(ask: AskPeople, name: string): Label {
  const key = name.trim().toLowerCase();
  const labels = readLabels(ask);
  const found = labels.find((label) => label.name?.trim().toLowerCase() === key);
  const { resourceName, name: own = name } = found ?? ask((people) => people.createGroup(name.trim()), false);
  if (resourceName === undefined) throw new PeopleError('passing', `The label ${name} has no resource name`);
  return { name: own, ref: resourceName };
}

/** The label as it was, or the one of its name where the person has deleted it: no contact could be made with it. */
export function keepLabel(ask: AskPeople, label: Label): Label {
  const isThere = readLabels(ask).some(({ resourceName }) => resourceName === label.ref);
  return isThere ? label : openLabel(ask, label.name);
}
