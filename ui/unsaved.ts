let unsaved = false;

/** Says whether the view holds something that leaving it would lose. A view that closes takes it back. */
export function setUnsaved(isUnsaved: boolean): void {
  unsaved = isUnsaved;
}

/** Whether leaving the view must be asked first. */
export function isUnsaved(): boolean {
  return unsaved;
}
