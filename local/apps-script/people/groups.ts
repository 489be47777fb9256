import { isJson } from './check-payload';
import { currentOf, liveContacts, type GroupRecord, type Json } from './contact-book';
import { timeOf, trashContact, write, type Desk } from './contact-records';
import { newId, sourceEtag } from './etags';
import { findGroup, SYSTEM_GROUPS, visibleGroups } from './group-book';
import { bodyOf, numberIn, one, type Call } from './people-call';
import { invalid, notFound, PeopleRefusal } from './people-refusal';
import { fromPageToken, toPageToken } from './sync-token';
import { groupOf, membershipOf, MY_CONTACTS } from './to-fields';

/** contactGroups.list: those of every account, then those of the user. */
export function listGroups(call: Call): Json {
  const { book } = call;
  const size = numberIn(call, 'pageSize', 30, 1000);
  const token = one(call, 'pageToken');
  const start = token === undefined ? 0 : fromPageToken(token, book.owner).start;
  const members = membersByGroup(call);
  const all = [...Object.keys(SYSTEM_GROUPS), ...visibleGroups(call)];
  const end = start + size;
  return {
    contactGroups: all.slice(start, end).map((group) => describe(group, members, 0)),
    totalItems: all.length,
    ...(end < all.length ? { nextPageToken: toPageToken({ id: 0, start: end, owner: book.owner }) } : {}),
  };
}

/** contactGroups.get: with as many of its members as are asked for. */
export function getGroup(call: Call): Json {
  const group = groupIn(call, `contactGroups/${call.name}`);
  return describe(group, membersByGroup(call), numberIn(call, 'maxMembers', 0, 1_000_000));
}

/** contactGroups.batchGet: each with a status of its own. */
export function getGroups(call: Call): Json {
  const names = call.query.get('resourceNames') ?? [];
  if (names.length === 0 || names.length > 200) throw invalid('Must specify between 1 and 200 resource names.');
  const members = membersByGroup(call);
  const most = numberIn(call, 'maxMembers', 0, 1000);
  return {
    responses: names.map((requestedResourceName) => {
      const group = findGroup(call, requestedResourceName);
      const status = { code: 5, message: 'Requested entity was not found.' };
      if (group === undefined) return { requestedResourceName, status };
      return { requestedResourceName, contactGroup: describe(group, members, most), status: {} };
    }),
  };
}

/** contactGroups.create: a label with a name that no other has. */
export function createGroup(call: Call): Json {
  return describe(addGroup(call, nameIn(call, null)), new Map(), 0);
}

/** contactGroups.update: renames a label; an etag that was read before another write is refused. */
export function updateGroup(call: Call): Json {
  const group = ownGroup(call);
  const { contactGroup } = bodyOf(call);
  const etag = isJson(contactGroup) ? contactGroup.etag : undefined;
  if (typeof etag === 'string' && etag !== '' && etag !== group.etag) {
    throw new PeopleRefusal(409, 'ABORTED', 'Contact group etag is outdated.');
  }
  group.name = nameIn(call, group);
  touch(call, group);
  return describe(group, membersByGroup(call), 0);
}

/** contactGroups.delete: its contacts stay, without the label, unless `deleteContacts` says otherwise. */
export function deleteGroup(call: Call): Json {
  removeGroup(call, ownGroup(call).resourceName, one(call, 'deleteContacts') === 'true');
  return {};
}

/** Takes a label away, with its contacts or from them: who had no other is in My Contacts then. */
export function removeGroup(desk: Desk, resourceName: string, takesContacts: boolean): void {
  const { book } = desk;
  for (const record of liveContacts(book)) {
    const { fields } = currentOf(record);
    const memberships = fields?.memberships ?? [];
    if (!memberships.some((item) => groupOf(item) === resourceName)) continue;
    const others = memberships.filter((item) => groupOf(item) !== resourceName);
    if (takesContacts) trashContact(desk, record);
    else write(desk, record, { ...fields, memberships: others.length > 0 ? others : [membershipOf(MY_CONTACTS)] });
  }
  book.groups = book.groups.filter((group) => group.resourceName !== resourceName);
}

/** A new label. */
export function addGroup(desk: Desk, name: string): GroupRecord {
  const { book, now } = desk;
  const seq = (book.lastSeq += 1);
  const id = newId(book.owner, 'group', seq);
  const group = { resourceName: `contactGroups/${id}`, name, createdAt: now, etag: '', updateTime: '' };
  book.groups.push(touch(desk, group));
  return group;
}

/** A group that scripts see; refuses one that there is not, or not yet. */
export function groupIn(call: Call, resourceName: string): GroupRecord | string {
  const group = findGroup(call, resourceName);
  if (group === undefined) throw notFound();
  return group;
}

function ownGroup(call: Call): GroupRecord {
  const group = groupIn(call, `contactGroups/${call.name}`);
  if (typeof group === 'string') throw invalid('System contact groups cannot be changed.');
  return group;
}

function touch({ book, now }: Desk, group: GroupRecord): GroupRecord {
  const seq = (book.lastSeq += 1);
  group.etag = sourceEtag(book.owner, group.resourceName, seq).slice(1);
  group.updateTime = timeOf(now, seq);
  return group;
}

function nameIn(call: Call, self: GroupRecord | null): string {
  const { contactGroup } = bodyOf(call);
  const name = isJson(contactGroup) ? contactGroup.name : undefined;
  if (typeof name !== 'string' || name.trim() === '') throw invalid('Contact group name must be specified.');
  const names = [...Object.values(SYSTEM_GROUPS), ...Object.keys(SYSTEM_GROUPS)];
  const others = call.book.groups.filter((group) => group !== self).map((group) => group.name);
  if ([...names, ...others].includes(name.trim())) {
    throw new PeopleRefusal(409, 'ALREADY_EXISTS', 'Contact group name already exists.');
  }
  return name.trim();
}

function membersByGroup({ book }: Desk): Map<string, string[]> {
  const members = new Map<string, string[]>();
  for (const record of liveContacts(book)) {
    const { fields, resourceName } = currentOf(record);
    for (const name of (fields?.memberships ?? []).map(groupOf)) {
      const known = members.get(name ?? '');
      if (known) known.push(resourceName);
      else members.set(name ?? '', [resourceName]);
    }
  }
  return members;
}

/** The API leaves out a count of none and members that were not asked for. */
function describe(group: GroupRecord | string, members: ReadonlyMap<string, readonly string[]>, most: number): Json {
  const isSystem = typeof group === 'string';
  const resourceName = isSystem ? `contactGroups/${group}` : group.resourceName;
  const all = members.get(resourceName) ?? [];
  return {
    resourceName,
    ...(isSystem ? {} : { etag: group.etag, metadata: { updateTime: group.updateTime } }),
    groupType: isSystem ? 'SYSTEM_CONTACT_GROUP' : 'USER_CONTACT_GROUP',
    name: isSystem ? group : group.name,
    formattedName: isSystem ? (SYSTEM_GROUPS[group] ?? group) : group.name,
    ...(all.length > 0 ? { memberCount: all.length } : {}),
    ...(all.length > 0 && most > 0 ? { memberResourceNames: all.slice(0, most) } : {}),
  };
}
