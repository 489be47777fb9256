/** A person in Google Contacts, as far as the sync compares it. The first of each list is the one that Google shows first. */
export interface Contact {
  /** Its resource name, `people/c123`; it may change while the person stays the same. */
  readonly ref: string;
  /** The id of the person's data in this account, which stays. */
  readonly source: string;
  /** Names that it had before, as far as Google told. */
  readonly former: readonly string[];
  /** When Google last changed it, in milliseconds since 1970; also without a change that anyone would see. */
  readonly updatedAt: number;
  /** The labels it has, as resource names. */
  readonly groups: readonly string[];
  /** The id of the link for which a sync made it; blank: someone else did. */
  readonly tag: string;
  readonly family: string;
  readonly given: string;
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  readonly addresses: readonly Address[];
  readonly jobs: readonly Job[];
}

export interface Address {
  readonly street: string;
  readonly city: string;
  readonly postcode: string;
}

export interface Job {
  readonly company: string;
  readonly title: string;
}
