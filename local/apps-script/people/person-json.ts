import type { Json } from './contact-book';

/** A Person of the API, with the members that Google's typings lack. */
export interface PersonJson extends GoogleAppsScript.People.Schema.Person {
  names?: NameJson[] | undefined;
  memberships?: MembershipJson[] | undefined;
  clientData?: GoogleAppsScript.People.Schema.ClientData[] | undefined;
  externalIds?: GoogleAppsScript.People.Schema.ExternalId[] | undefined;
  locations?: GoogleAppsScript.People.Schema.Location[] | undefined;
  miscKeywords?: GoogleAppsScript.People.Schema.MiscKeyword[] | undefined;
  calendarUrls?: GoogleAppsScript.People.Schema.CalendarUrl[] | undefined;
}

/** A copy as plain JSON. */
export function toJson(person: PersonJson): Json {
  return JSON.parse(JSON.stringify(person)) as Json;
}

interface NameJson extends GoogleAppsScript.People.Schema.Name {
  unstructuredName?: string | undefined;
}

interface MembershipJson extends GoogleAppsScript.People.Schema.Membership {
  contactGroupMembership?:
    { contactGroupId?: string | undefined; contactGroupResourceName?: string | undefined } | undefined;
}
