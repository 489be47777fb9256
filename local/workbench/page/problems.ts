import { button, element } from './element.js';
import { say } from './words.js';

/** What went wrong between the page, its server and the script, at the top of the page until it is closed. */
export interface Problems {
  readonly element: HTMLElement;
  report(text: string): void;
  /** The server does not answer; stays until `found`. */
  lost(): void;
  found(): void;
}

/** A place for problems; one that is shown already is not shown twice. */
export function createProblems(): Problems {
  const place = element('div', { class: 'problems', role: 'alert' });
  const shown = new Map<string, HTMLElement>();
  const close = (text: string): void => {
    shown.get(text)?.remove();
    shown.delete(text);
  };
  const report = (text: string): void => {
    if (shown.has(text)) return;
    const closing = button('✕', () => {
      close(text);
    });
    closing.ariaLabel = say({ fr: 'Fermer le message', en: 'Close the message' });
    const line = element('p', {}, element('span', {}, text), closing);
    shown.set(text, line);
    place.append(line);
  };
  return {
    element: place,
    report,
    lost() {
      report(say(LOST));
    },
    found() {
      close(say(LOST));
    },
  };
}

const LOST = {
  fr: 'L’atelier ne répond plus. Relancez « npm start » ; cette page reprendra d’elle-même.',
  en: 'The workbench does not answer any more. Run “npm start” again; this page then goes on by itself.',
};
