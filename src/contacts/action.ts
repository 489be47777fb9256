import type { Client } from './client';
import type { Contact } from './contact';
import type { Field, Fields } from './fields';
import type { Link, LinkState } from './link';
import type { Rule } from './merge-field';
import type { Side } from './policy';

/** One step of a plan, as data. `link` is the id of the link that it is about. */
export type Action = CreateContact | CreateRow | Update | Remove | Hold;

/** A row becomes a contact. */
export interface CreateContact {
  readonly kind: 'create';
  readonly side: 'google';
  readonly client: Client;
  /** The link that goes on with the new contact; null: a new one. */
  readonly link: Link | null;
  /** What the contact gets. */
  readonly fields: Fields;
  /** Where it is made again: what both sides had agreed on and the row has otherwise. */
  readonly losses: readonly Loss[];
}

/** A contact becomes a row. */
export interface CreateRow {
  readonly kind: 'create';
  readonly side: 'sheet';
  readonly contact: Contact;
  readonly fields: Fields;
  readonly link: Link | null;
  /** Where it is put back: what both sides had agreed on and the contact has otherwise. */
  readonly losses: readonly Loss[];
}

/** Both sides have the client: what is written where, and what they agree on then. `conflict`: a field was changed on both. */
export interface Update {
  readonly kind: 'update' | 'conflict';
  readonly client: Client;
  readonly contact: Contact;
  /** Null: row and contact belong together from now on. */
  readonly link: Link | null;
  readonly changes: readonly Change[];
  /** An address that the contact keeps beside the one that won. */
  readonly extraEmail: string | null;
  readonly base: Fields;
  readonly losses: readonly Loss[];
}

/** A field that is written on one side. */
export interface Change {
  readonly side: Side;
  readonly field: Field;
  /** What stands there, as the plan saw it. */
  readonly from: string;
  readonly to: string;
}

/** A value that stands nowhere any more, or not where it stood. */
export interface Loss {
  readonly field: Field;
  /** Where it stood. */
  readonly side: Side;
  readonly before: string;
  readonly after: string;
  /** What both sides had agreed on before. */
  readonly common: string;
  readonly rule: Rule | 'bothGone';
}

/** Row and contact are both gone. */
export interface Remove {
  readonly kind: 'remove';
  readonly link: Link;
  readonly losses: readonly Loss[];
}

/** Nothing is written for this client, and why. */
export interface Hold {
  readonly kind: 'hold';
  readonly reason: HoldReason;
  readonly client: Client | null;
  readonly contact: Contact | null;
  readonly link: Link | null;
  /** The state that the link gets. */
  readonly state: LinkState | null;
  /** What the reason is about: rows of the same address, contacts of the same address, the name of a field. */
  readonly rows: readonly number[];
  readonly refs: readonly string[];
  readonly field: Field | null;
}

export type HoldReason =
  /** The row has no address, or none that is one. */
  | 'noEmail'
  | 'badEmail'
  /** Its address was erased, in the tab or in Google. */
  | 'emailErased'
  | 'emailErasedInGoogle'
  /** Several rows, or several contacts, have the address. */
  | 'sameRows'
  | 'sameContacts'
  /** The new address belongs to somebody else. */
  | 'emailTaken'
  | 'goneInGoogle'
  | 'goneInSheet'
  /** The same, and the contact was changed since. */
  | 'goneInSheetChanged'
  | 'archived'
  /** Google was asked to make it and did not answer. */
  | 'creating'
  /** As many contacts as a day allows have been made. */
  | 'tomorrow'
  /** Some other program undoes what the sync writes. */
  | 'loop'
  /** A contact without an address. */
  | 'contactWithoutEmail'
  /** The direction leaves no way. */
  | 'oneWay';
