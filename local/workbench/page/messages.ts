import type { Message } from '../protocol';
import { openDialog } from './dialog.js';
import { button, element } from './element.js';
import type { Part } from './part.js';
import { say } from './words.js';

/** Milliseconds that a toast stays. */
const TOAST_TIME = 8000;

/** What the script says to the user: the last toast stays for a while, alerts wait one after another for OK. Each is shown once. */
export function createMessages(): Part {
  const place = element('div', { class: 'toasts', role: 'status' });
  const alerts: Message[] = [];
  let seen: number | undefined;
  const nextAlert = (): void => {
    const [alert] = alerts;
    if (!alert) return;
    showAlert(alert, () => {
      alerts.shift();
      nextAlert();
    });
  };
  return {
    element: place,
    show({ messages }) {
      // Those of before the page was opened were for whoever sat here then.
      const news = messages.slice(seen ?? messages.length);
      seen = messages.length;
      const toast = news.filter(({ kind }) => kind === 'toast').pop();
      if (toast) place.replaceChildren(createToast(toast));
      const wasShown = alerts.length > 0;
      alerts.push(...news.filter(({ kind }) => kind !== 'toast'));
      if (!wasShown) nextAlert();
    },
  };
}

function createToast({ title, text }: Message): HTMLElement {
  const heading = title === '' ? [] : [element('strong', {}, title)];
  const toast = element('div', { class: 'toast' }, element('p', {}, ...heading, text));
  const remove = (): void => {
    toast.remove();
  };
  const closing = button('✕', remove, { 'aria-label': say({ fr: 'Fermer', en: 'Close' }) });
  toast.append(closing);
  let timer = setTimeout(remove, TOAST_TIME);
  toast.addEventListener('mouseenter', () => {
    clearTimeout(timer);
  });
  toast.addEventListener('mouseleave', () => {
    timer = setTimeout(remove, TOAST_TIME);
  });
  return toast;
}

function showAlert({ title, text }: Message, closed: () => void): void {
  const ok = button('OK', () => {
    dialog.close();
  });
  const content = [element('p', { class: 'alert' }, text), element('div', { class: 'actions' }, ok)];
  const dialog = openDialog(title, content);
  dialog.addEventListener('close', closed);
  ok.focus();
}
