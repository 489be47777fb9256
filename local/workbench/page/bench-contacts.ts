import type { DeskContact, DeskContacts } from '../protocol';
import { createContactForm } from './contact-form.js';
import { button, element } from './element.js';
import { createList } from './list.js';
import type { Part } from './part.js';
import type { Session } from './session.js';
import { say } from './words.js';

/** What is in the Google Contacts of whoever sits at the spreadsheet, to be changed as on Google's own page. */
export function createContacts(session: Session): Part {
  const title = element('summary', {}, element('h2', {}, 'Google Contacts'));
  const live = element('ul');
  const dead = element('ul');
  const trash = element('p', {}, say({ fr: 'Corbeille', en: 'Bin' }));
  const form = createContactForm(session);
  const drawLive = createList(live, (item: Shown) => createContact(item, session));
  const drawDead = createList(dead, (item: DeskContact) => createDeleted(item, session));
  const draw = ({ contacts, trash: deleted, labels }: DeskContacts): void => {
    drawLive(contacts.map((contact) => ({ ...contact, all: labels })));
    drawDead(deleted);
    trash.hidden = deleted.length === 0;
  };
  const section = element('details', {}, title, live, trash, dead, form);
  const load = async (): Promise<void> => {
    // Only while somebody looks: there may be thousands.
    const contacts = section.open ? await session.contacts() : null;
    if (contacts) draw(contacts);
  };
  section.addEventListener('toggle', () => void load());
  return {
    element: element('section', { class: 'contacts' }, section),
    show() {
      if (!section.closest('[hidden]')) void load();
    },
  };
}

/** A contact, and all labels that there are. */
type Shown = DeskContact & { readonly all: readonly string[] };

function createContact({ contact, name, email, phone, labels, all }: Shown, session: Session): HTMLElement {
  const field = element('input', {
    value: phone,
    type: 'tel',
    'aria-label': say({ fr: `Téléphone de ${name}`, en: `Phone of ${name}` }),
  });
  field.addEventListener('change', () => void session.act({ do: 'editContact', contact, phone: field.value }));
  const remove = button(say({ fr: 'Supprimer', en: 'Delete' }), () => session.act({ do: 'removeContact', contact }), {
    'aria-label': say({ fr: `Supprimer ${name}`, en: `Delete ${name}` }),
  });
  const marks = all.map((label) => {
    const isMember = labels.includes(label);
    return button(label, () => session.act({ do: 'labelContact', contact, label, isMember: !isMember }), {
      'aria-pressed': String(isMember),
      'aria-label': `${label}, ${name}`,
    });
  });
  return element(
    'li',
    {},
    element('strong', {}, name),
    element('p', {}, email),
    element('div', { class: 'line' }, field, remove),
    element('div', { class: 'buttons' }, ...marks),
  );
}

function createDeleted({ contact, name, email }: DeskContact, session: Session): HTMLElement {
  const restore = button(
    say({ fr: 'Restaurer', en: 'Restore' }),
    () => session.act({ do: 'restoreContact', contact }),
    { 'aria-label': say({ fr: `Restaurer ${name}`, en: `Restore ${name}` }) },
  );
  return element('li', { class: 'line' }, element('span', {}, name || email), restore);
}
