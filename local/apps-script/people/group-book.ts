import type { GroupRecord } from './contact-book';
import type { Desk } from './contact-records';

/** Groups that every account has (People API, contactGroups): the first two are the only ones that contacts can join. */
export const SYSTEM_GROUPS: Readonly<Record<string, string>> = {
  myContacts: 'My Contacts',
  starred: 'Starred',
  friends: 'Friends',
  family: 'Family',
  coworkers: 'Coworkers',
  chatBuddies: 'Chat contacts',
  all: 'All Contacts',
  blocked: 'Blocked',
};

/** A group of the user's, or the id of one of every account, as scripts see it; undefined when there is none, or not yet. */
export function findGroup(desk: Desk, resourceName: string): GroupRecord | string | undefined {
  const [, id = ''] = resourceName.split('/');
  if (!resourceName.startsWith('contactGroups/')) return undefined;
  return id in SYSTEM_GROUPS ? id : visibleGroups(desk).find((group) => group.resourceName === resourceName);
}

/** The user's groups that are not too new to be found. */
export function visibleGroups({ book, now, rules }: Desk): GroupRecord[] {
  return book.groups.filter(({ createdAt }) => now >= createdAt + rules.groupLag);
}

/** Whether contacts can be added to a group that there is. */
export function isOpenGroup(resourceName: string): boolean {
  const [, id = ''] = resourceName.split('/');
  return !(id in SYSTEM_GROUPS) || id === 'myContacts' || id === 'starred';
}
