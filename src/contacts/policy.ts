import type { Contact } from './contact';

export type Side = 'sheet' | 'google';

/** How the user wants it, and what only the moment of the plan knows. */
export interface Policy {
  readonly direction: 'both' | 'toGoogle' | 'fromGoogle';
  /** Who wins when it cannot be told who was later, and at the first sync of a pair. */
  readonly tie: Side;
  /** Whether a contact that no row belongs to gets one. */
  readonly isInScope: (contact: Contact) => boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** How many contacts may still be made today. */
  readonly creations: number;
  /** The links whose contacts a full list and a search have looked for in vain. */
  readonly missing: ReadonlySet<string>;
  /** Rows, by number, that the user sends to Google now: there the tab wins. */
  readonly pushed?: ReadonlySet<number>;
  /** Contacts, by resource name, that the user brings into the tab now: there Google wins. */
  readonly pulled?: ReadonlySet<string>;
  /** Contacts, by resource name, that the user chose among several of the same address. */
  readonly chosen?: ReadonlySet<string>;
  /** The user has seen how much would change, and wants it so. */
  readonly force: boolean;
}

/** Whether the user chose single clients, and the others wait for the next sync. */
export function isPartial({ pushed, pulled, chosen }: Policy): boolean {
  return [pushed, pulled, chosen].some((set) => set !== undefined);
}
