/** Fields that a script may write (People API, people.updateContact, updatePersonFields). */
export const WRITABLE: readonly string[] = [
  ...['addresses', 'biographies', 'birthdays', 'calendarUrls', 'clientData', 'emailAddresses', 'events', 'externalIds'],
  ...['genders', 'imClients', 'interests', 'locales', 'locations', 'memberships', 'miscKeywords', 'names', 'nicknames'],
  ...['occupations', 'organizations', 'phoneNumbers', 'relations', 'sipAddresses', 'urls', 'userDefined'],
];

/** Fields that a script may ask for (People API, people.get, personFields). */
export const READABLE: readonly string[] = [...WRITABLE, 'ageRanges', 'coverPhotos', 'metadata', 'photos', 'skills'];

/** Fields of which a contact has one item at most (People API, people.createContact). */
export const SINGLETONS: readonly string[] = ['biographies', 'birthdays', 'genders', 'names'];

/** What a person has beside its fields, and fields of old that the API still reads over. */
export const OTHER_MEMBERS: readonly string[] = [
  ...['resourceName', 'etag', 'metadata', 'ageRange', 'ageRanges', 'braggingRights', 'coverPhotos', 'fileAses'],
  ...['photos', 'relationshipInterests', 'relationshipStatuses', 'residences', 'skills', 'taglines'],
];

/** The texts that an item of a field may have (People API, Person). */
export const TEXTS: Readonly<Record<string, readonly string[]>> = {
  addresses: [
    ...['type', 'formattedType', 'formattedValue', 'streetAddress', 'extendedAddress', 'poBox', 'city', 'region'],
    ...['postalCode', 'country', 'countryCode'],
  ],
  biographies: ['value', 'contentType'],
  birthdays: ['text'],
  calendarUrls: ['url', 'type', 'formattedType'],
  clientData: ['key', 'value'],
  emailAddresses: ['value', 'type', 'formattedType', 'displayName'],
  events: ['type', 'formattedType'],
  externalIds: ['value', 'type', 'formattedType'],
  genders: ['value', 'formattedValue', 'addressMeAs'],
  imClients: ['username', 'type', 'formattedType', 'protocol', 'formattedProtocol'],
  interests: ['value'],
  locales: ['value'],
  locations: ['value', 'type', 'buildingId', 'floor', 'floorSection', 'deskCode'],
  memberships: [],
  miscKeywords: ['value', 'type', 'formattedType'],
  names: [
    ...['displayName', 'displayNameLastFirst', 'unstructuredName', 'familyName', 'givenName', 'middleName'],
    ...['honorificPrefix', 'honorificSuffix', 'phoneticFullName', 'phoneticFamilyName', 'phoneticGivenName'],
    ...['phoneticMiddleName', 'phoneticHonorificPrefix', 'phoneticHonorificSuffix'],
  ],
  nicknames: ['value', 'type'],
  occupations: ['value'],
  organizations: [
    ...['type', 'formattedType', 'phoneticName', 'jobDescription', 'location', 'symbol', 'domain', 'name'],
    ...['department', 'title', 'costCenter'],
  ],
  phoneNumbers: ['value', 'canonicalForm', 'type', 'formattedType'],
  relations: ['person', 'type', 'formattedType'],
  sipAddresses: ['value', 'type', 'formattedType'],
  urls: ['value', 'type', 'formattedType'],
  userDefined: ['key', 'value'],
};

/** What else an item may have: dates, switches, numbers, references. */
export const OTHERS: Readonly<Record<string, readonly string[]>> = {
  birthdays: ['date'],
  events: ['date'],
  locations: ['current'],
  memberships: ['contactGroupMembership', 'domainMembership'],
  organizations: ['startDate', 'endDate', 'current', 'fullTimeEquivalentMillipercent'],
};

/** What the API works out: never stored, whatever a script sends. */
export const WORKED_OUT: Readonly<Record<string, readonly string[]>> = {
  genders: ['formattedValue'],
  imClients: ['formattedProtocol'],
  names: ['displayName', 'displayNameLastFirst', 'unstructuredName'],
  phoneNumbers: ['canonicalForm'],
};
