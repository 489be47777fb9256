/** How the user wants the two-way sync. */
export interface SyncSettings {
  /** The label whose contacts come into the tab by themselves, and that new contacts get; null: all contacts, and none. */
  readonly label: Label | null;
  readonly direction: 'both' | 'toGoogle' | 'fromGoogle';
  readonly tie: 'sheet' | 'google';
}

/** A label of Google Contacts; `ref` is its resource name. */
export interface Label {
  readonly name: string;
  readonly ref: string;
}

/** What the user wants of one sync. */
export interface SyncRequest {
  readonly force?: boolean;
  readonly pushed?: ReadonlySet<number>;
  readonly pulled?: ReadonlySet<string>;
  readonly chosen?: ReadonlySet<string>;
}
