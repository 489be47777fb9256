import { Random } from '../../vendors/random';
import { canonicalPhone } from './canonical-phone';
import type { ContactRecord, Fields, Json, OtherSource, Version } from './contact-book';
import { personEtag } from './etags';
import { describeName } from './person-name';
import { groupOf } from './to-fields';

/** How a person is looked at. */
export interface View {
  readonly fields: readonly string[];
  /** Whether what Google knows of the person is merged in. */
  readonly withProfile: boolean;
  /** Whether resource names of the past are told: in deltas. */
  readonly withFormerNames?: boolean;
  /** Draws the order of items; null leaves it. */
  readonly shuffleSeed: number | null;
  /** Items of a field that are told at most; all, unless it says otherwise. */
  readonly mostItems?: number;
}

/** The Person that the API answers for one version of a contact. */
export function toPerson(record: ContactRecord, version: Version, view: View): Json {
  const isMerged = version.fields !== null && (record.other?.type === 'CONTACT' || view.withProfile);
  const other = isMerged ? record.other : null;
  const person: Json = {
    resourceName: version.resourceName,
    etag: personEtag(version.etag, view.fields, other?.type === 'PROFILE'),
  };
  for (const field of view.fields) {
    if (field === 'metadata') person.metadata = describeSources(record, version, other, view);
    else if (field === 'photos') person.photos = [defaultPhoto(record)];
    else {
      const items = itemsIn(record, field, version.fields ?? {}, other);
      const shown = shuffled(items, view.shuffleSeed, `${field} ${version.etag}`).slice(0, view.mostItems);
      if (shown.length > 0) person[field] = shown;
    }
  }
  return person;
}

/** A stored item with all that the API works out of it. */
function describeItem(field: string, item: Json): Json {
  const type = typeof item.type === 'string' ? { formattedType: capitalised(item.type) } : {};
  if (field === 'names') return describeName(item);
  if (field === 'memberships') return describeMembership(item);
  if (field === 'addresses') return { formattedValue: formatAddress(item), ...item, ...type };
  if (field === 'phoneNumbers') {
    const canonicalForm = canonicalPhone(String(item.value));
    return { ...item, ...(canonicalForm === null ? {} : { canonicalForm }), ...type };
  }
  if (field === 'biographies') return { contentType: 'TEXT_PLAIN', ...item };
  if (field === 'genders') return { ...item, formattedValue: capitalised(String(item.value)) };
  return { ...item, ...type };
}

/** The order of items, drawn by a seed and what they belong to. */
export function shuffled<T>(items: readonly T[], seed: number | null, place: string): T[] {
  const order = [...items];
  if (seed === null || order.length < 2) return order;
  const random = new Random(seed, place);
  for (let last = order.length - 1; last > 0; last--) {
    const [moved] = order.splice(random.int(0, last), 1);
    if (moved !== undefined) order.push(moved);
  }
  return order;
}

/** Of a person with a profile its source comes first, a second contact comes last: the own source has to be looked for. */
function describeSources(record: ContactRecord, version: Version, other: OtherSource | null, view: View): Json {
  const { etag, updateTime } = version;
  const contact = { type: 'CONTACT', id: record.sourceId, etag, updateTime };
  const all: Json[] = [contact];
  if (other?.type === 'CONTACT') {
    all.push({ type: 'CONTACT', id: other.id, etag: other.etag, updateTime: other.updateTime });
  } else if (other) {
    const profileMetadata = { objectType: 'PERSON', userTypes: ['GOOGLE_USER'] };
    all.unshift({ type: 'PROFILE', id: other.id, etag: other.etag, profileMetadata });
  }
  return {
    sources: all,
    ...(version.fields ? {} : { deleted: true }),
    ...(view.withFormerNames && record.formerNames.length > 0
      ? { previousResourceNames: [...record.formerNames] }
      : {}),
    objectType: 'PERSON',
  };
}

function itemsIn(record: ContactRecord, field: string, fields: Fields, other: OtherSource | null): Json[] {
  const own = (fields[field] ?? []).map((item, i) => ({
    metadata: {
      ...(i === 0 ? { primary: true, sourcePrimary: true } : {}),
      source: { type: 'CONTACT', id: record.sourceId },
    },
    ...describeItem(field, item),
  }));
  const known = (other?.fields[field] ?? []).map((item, i) => ({
    metadata: {
      ...(i === 0 && own.length === 0 ? { primary: true } : {}),
      ...(i === 0 ? { sourcePrimary: true } : {}),
      ...(field === 'emailAddresses' && other?.type === 'PROFILE' ? { verified: true } : {}),
      source: { type: other?.type, id: other?.id },
    },
    ...describeItem(field, item),
  }));
  return [...own, ...known];
}

function describeMembership(item: Json): Json {
  const name = groupOf(item) ?? '';
  return {
    contactGroupMembership: { contactGroupId: name.replace('contactGroups/', ''), contactGroupResourceName: name },
  };
}

/** A French address; a value that the user gave stands in its place. */
function formatAddress(item: Json): string {
  const line = (...keys: string[]): string =>
    keys
      .map((key) => item[key])
      .filter((part) => typeof part === 'string')
      .join(' ');
  return [line('streetAddress'), line('extendedAddress'), line('poBox'), line('postalCode', 'city'), line('region')]
    .concat(line(typeof item.country === 'string' ? 'country' : 'countryCode'))
    .filter((text) => text !== '')
    .join('\n');
}

function defaultPhoto(record: ContactRecord): Json {
  return {
    metadata: { primary: true, source: { type: 'CONTACT', id: record.sourceId } },
    ...{ url: `https://lh3.googleusercontent.com/cm/local-${record.sourceId}=s100`, default: true },
  };
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
