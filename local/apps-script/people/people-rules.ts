/** How a machine's People API behaves: each may be changed at any time, also in the middle of a script. */
export interface PeopleRules {
  /** Milliseconds before a write shows in deltas. */
  lag: number;
  /** Milliseconds for which full lists show what was there before a write. */
  staleListFor: number;
  /** Milliseconds for which `get` and `getBatchGet` answer what was there before a write. */
  staleGetFor: number;
  /** Milliseconds before a search that warms up the index knows what there is. */
  searchLag: number;
  /** Milliseconds for which a new group cannot be found. */
  groupLag: number;
  /** Milliseconds after the full sync at which all sync tokens that follow from it expire. */
  tokenLifetime: number;
  /** What an expired token is refused with: one of the two statuses with ErrorInfo, 410, or an exception without details. */
  expiredAs: 'INVALID_ARGUMENT' | 'FAILED_PRECONDITION' | 'GONE' | 'MESSAGE_ONLY';
  /** Critical requests a minute. */
  perMinute: { reads: number; writes: number };
  /** First pages of full syncs a minute. */
  fullSyncPerMinute: number;
  /** Contacts that scripts of one person may create a day. */
  createdPerDay: number;
  /** Contacts that an account may have, those in the trash included. */
  mostContacts: number;
  /** Draws the order of items and of created contacts; null leaves them as they were written. */
  shuffleSeed: number | null;
  /** A text that no field of a contact may hold; null: there is none. What Google itself refuses is not documented. */
  refusedText: string | null;
  /** Whether a refused batch says which contacts are at fault. */
  batchDetails: boolean;
  /** Whether batch updates answer the contacts that their read mask asks for; false: `{}`. */
  batchReadBack: boolean;
  /** Whether parts that an update of a name does not mention stay; Google drops them. */
  namesKeepMiddle: boolean;
  /** Whether an `unstructuredName` that is sent beside the parts of a name wins over them (not documented). */
  unstructuredWins: boolean;
}

/** The rules of a machine on which nothing was changed. Google documents few of the figures: the others were seen in use. */
export function defaultRules(account: 'consumer' | 'workspace'): PeopleRules {
  return {
    ...{ lag: 0, staleListFor: 0, staleGetFor: 0, searchLag: 0, groupLag: 0 },
    ...{ tokenLifetime: 7 * 86_400_000, expiredAs: 'INVALID_ARGUMENT' },
    ...{ perMinute: { reads: 90, writes: 90 }, fullSyncPerMinute: 10 },
    createdPerDay: account === 'consumer' ? 1000 : 2000,
    ...{ mostContacts: 25_000, shuffleSeed: 1, refusedText: null },
    ...{ batchDetails: true, batchReadBack: true, namesKeepMiddle: false, unstructuredWins: true },
  };
}
