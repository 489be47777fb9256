/** How the user wants the two-way sync. */
export interface SyncSettings {
  /** The label whose contacts come into the tab by themselves, and that new contacts get; null: all contacts, and none. */
  readonly label: { readonly name: string; readonly ref: string } | null;
  readonly direction: 'both' | 'toGoogle' | 'fromGoogle';
  readonly tie: 'sheet' | 'google';
}

/** What the user wants of one sync. */
export interface SyncRequest {
  readonly force?: boolean;
  readonly pushed?: ReadonlySet<number>;
  readonly pulled?: ReadonlySet<string>;
  readonly chosen?: ReadonlySet<string>;
}
