import type { Account } from './account';
import { allAttendees, folderAttendees } from './attendees';

/** `{number}-{number}`. */
export function certificationFolderId(index: number): string {
  return `${String(1000 + (index % 9))}-${String(1_234_500_000 + index)}`;
}

/** The number under which activities are filed: neither the folder's `id` nor its `externalId`. */
export function activityId(index: number): string {
  return String(870_000 + index * 3);
}

/** The certification folder whose activities are filed under a number, by index; undefined for any other text. */
export function folderOfActivityId(id: string): number | undefined {
  const index = (Number(id) - 870_000) / 3;
  return index >= 0 && activityId(index) === id ? index : undefined;
}

/** The certification folder that goes with a registration folder, if it has one: three in five do. */
export function certificationFolderOf(account: Account, folder: number): string | undefined {
  if (folder >= account.folders || folder % 5 > 2) return undefined;
  return certificationFolderId(Math.floor(folder / 5) * 3 + (folder % 5));
}

/** How many certification folders follow from a registration folder, and how many there are. */
export function certificationCounts(account: Account): { linked: number; all: number } {
  const linked = Math.floor(account.folders / 5) * 3 + Math.min(3, account.folders % 5);
  return { linked, all: linked + allAttendees(account) - folderAttendees(account) };
}

/** The registration folder that a certification folder follows from, if any. */
export function registrationFolderOf(account: Account, index: number): number | undefined {
  return index < certificationCounts(account).linked ? Math.floor(index / 3) * 5 + (index % 3) : undefined;
}
