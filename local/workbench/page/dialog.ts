import { element } from './element.js';

/** A modal dialog with a title, its content and buttons; it is gone once it is closed, by a button or Escape. */
export function openDialog(title: string, content: readonly Node[]): HTMLDialogElement {
  const heading = title === '' ? [] : [element('h2', {}, title)];
  const dialog = element('dialog', { 'aria-label': title || 'Sync' }, ...heading, ...content);
  dialog.addEventListener('close', () => {
    dialog.remove();
  });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}
