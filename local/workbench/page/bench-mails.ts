import type { DeskMail } from '../protocol';
import { element } from './element.js';
import { createList } from './list.js';
import type { Part } from './part.js';
import { toDateAndTime } from './time.js';
import { language, say } from './words.js';

/** The mails that the script sent, latest first; nobody receives them. */
export function createMails(): Part {
  const list = element('ul');
  const none = element('p', {}, say({ fr: 'Le script n’en a envoyé aucun.', en: 'The script has sent none.' }));
  const draw = createList(list, createMail);
  return {
    element: element('section', {}, element('h2', {}, say({ fr: 'E-mails', en: 'E-mails' })), none, list),
    show({ mails, timeZone }) {
      draw(mails.map((mail) => ({ ...mail, timeZone })));
      none.hidden = mails.length > 0;
    },
  };
}

function createMail(mail: DeskMail & { readonly timeZone: string }): HTMLElement {
  const { from, to, cc, subject, body, at, timeZone } = mail;
  const line = (fr: string, en: string, who: string): HTMLElement => element('p', {}, `${say({ fr, en })} ${who}`);
  const summary = element('summary', {}, subject, element('p', {}, to));
  const copies = cc === '' ? [] : [line('Copie à', 'Copy to', cc)];
  const text = element('pre', { tabindex: '0', role: 'region', 'aria-label': subject }, body);
  const when = element('p', {}, toDateAndTime(at, timeZone, language()));
  return element(
    'li',
    { class: 'mail' },
    element('details', {}, summary, line('De', 'From', from), ...copies, when, text),
  );
}
