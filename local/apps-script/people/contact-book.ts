import type { Spent, State, UserStore } from '../state';

/** A JSON object as the API sends, receives and stores it. */
export type Json = Record<string, unknown>;

/** What a contact says, by field, the primary item of each first; without what the API works out or tells of items. */
export type Fields = Record<string, Json[]>;

/** All that one person has in Google Contacts: plain JSON. */
export interface ContactBook {
  /** Whose it is: ids are drawn from it, so that two people never share one. */
  readonly owner: UserStore;
  /** In order of creation, deleted ones too, by a key of their own. */
  readonly contacts: Record<string, ContactRecord>;
  /** Present and former resource names to keys of contacts. */
  readonly names: Record<string, string>;
  groups: GroupRecord[];
  /** Lists whose pages are being read, oldest first. */
  pages: PageSnapshot[];
  /** Tombstones of former resource names that are still to come. */
  pending: { readonly at: number; readonly resourceName: string; readonly sourceId: string }[];
  /** When searches with an empty query were sent, in virtual milliseconds. */
  warmups: number[];
  readonly spent: Record<string, Spent>;
  /** Numbers given to writes: each is newer than all before. */
  lastSeq: number;
}

/** One contact, with the versions that stale reads may still show. */
export interface ContactRecord {
  readonly key: string;
  /** Hexadecimal id of the CONTACT source. */
  sourceId: string;
  readonly createdAt: number;
  /** Oldest first; the last one holds. */
  versions: Version[];
  formerNames: string[];
  /** What the user can restore, while the contact is deleted. */
  trash: { readonly fields: Fields; readonly at: number } | null;
  /** What else is merged into the person: a profile when profiles are asked for, a second contact always. */
  other: OtherSource | null;
}

/** Another source of what a person is: scripts cannot write to it. */
export interface OtherSource {
  readonly type: 'PROFILE' | 'CONTACT';
  readonly id: string;
  readonly etag: string;
  readonly updateTime: string;
  readonly fields: Fields;
}

/** What a contact was from one write to the next. */
export interface Version {
  readonly seq: number;
  /** Virtual milliseconds since 1970. */
  readonly at: number;
  readonly resourceName: string;
  /** Of the CONTACT source, with its `#`. */
  readonly etag: string;
  readonly updateTime: string;
  /** Null: deleted. */
  readonly fields: Fields | null;
}

/** A label that the user made. */
export interface GroupRecord {
  readonly resourceName: string;
  name: string;
  etag: string;
  updateTime: string;
  readonly createdAt: number;
}

/** What the pages of one list are cut from. */
export interface PageSnapshot {
  readonly id: number;
  readonly keys: readonly string[];
  /** The parameters of the first call, which those of the next must equal. */
  readonly params: string;
  /** The last write that the sync token at the end covers. */
  readonly horizon: number;
  /** When the full sync took place. */
  readonly fullAt: number;
  /** Where a delta began; null for a full list. */
  readonly syncToken: string | null;
}

/** The contacts of a person; an empty book when there is none yet. */
export function bookOf(state: Pick<State, 'people'>, owner: UserStore): ContactBook {
  return (state.people[owner] ??= {
    owner,
    ...{ contacts: {}, names: {}, groups: [], pages: [], pending: [], warmups: [], spent: {}, lastSeq: 0 },
  });
}

/** The version that holds; throws for a record without any, which is never stored. */
export function currentOf({ key, versions }: ContactRecord): Version {
  const version = versions.at(-1);
  if (!version) throw new Error(`The contact ${key} has no version.`);
  return version;
}

/** Contacts that are not deleted, in order of creation. */
export function liveContacts(book: ContactBook): ContactRecord[] {
  return Object.values(book.contacts).filter((record) => currentOf(record).fields !== null);
}
