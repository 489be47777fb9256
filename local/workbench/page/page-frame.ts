import type { Desk } from '../protocol';
import { button, element } from './element.js';
import type { Part } from './part.js';
import type { Session } from './session.js';
import { whenNew } from './when-new.js';
import { say } from './words.js';

/** The page that the script has opened: a sidebar beside the grid, or a dialog above all. Another number loads it anew. */
export function createPageFrame(session: Session): Part {
  const place = element('aside', { class: 'sidebar' });
  let dialog: HTMLDialogElement | undefined;
  const draw = whenNew(({ page, person }: Pick<Desk, 'page' | 'person'>) => {
    place.replaceChildren();
    dialog?.remove();
    place.hidden = page?.kind !== 'sidebar';
    if (!page) return;
    const content = [createHeader(page.title, session), createFrame(page.number, person)];
    place.ariaLabel = page.title;
    if (page.kind === 'sidebar') place.append(...content);
    else dialog = openPageDialog(page.title, content, session);
  });
  return {
    element: place,
    show: ({ page, person }) => {
      draw({ page, person });
    },
  };
}

/** What Google lets a page of a script do. */
const SANDBOX = [
  'allow-same-origin allow-forms allow-scripts allow-popups allow-downloads allow-modals',
  'allow-popups-to-escape-sandbox',
].join(' ');

function createHeader(title: string, session: Session): HTMLElement {
  const name = say({ fr: `Fermer ${title}`, en: `Close ${title}` });
  const closing = button('✕', () => session.act({ do: 'closePage' }), { 'aria-label': name });
  return element('header', {}, element('h2', {}, title), closing);
}

/** Served by another name than the spreadsheet, so that the page reaches nothing around it, as on Google. */
function createFrame(number: number, person: string): HTMLElement {
  const query = new URLSearchParams({ as: person, number: String(number) });
  const src = `http://127.0.0.1:${location.port}/page?${query.toString()}`;
  return element('iframe', { title: 'Sync', src, sandbox: SANDBOX });
}

function openPageDialog(title: string, content: readonly Node[], session: Session): HTMLDialogElement {
  const dialog = element('dialog', { class: 'page', 'aria-label': title }, ...content);
  dialog.addEventListener('cancel', () => void session.act({ do: 'closePage' }));
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}
