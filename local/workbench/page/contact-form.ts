import { element } from './element.js';
import type { Session } from './session.js';
import { say, type Words } from './words.js';

/** A form that adds a contact to Google Contacts. */
export function createContactForm(session: Session): HTMLFormElement {
  const fields = FIELDS.map(({ name, words }) =>
    element('input', { name, placeholder: say(words), 'aria-label': say(words) }),
  );
  const add = element('button', {}, say({ fr: 'Ajouter le contact', en: 'Add the contact' }));
  const form = element('form', { autocomplete: 'off' }, ...fields, add);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void submit(form, session);
  });
  return form;
}

type FieldName = 'givenName' | 'familyName' | 'email' | 'phone' | 'label';

const FIELDS: readonly { readonly name: FieldName; readonly words: Words }[] = [
  { name: 'givenName', words: { fr: 'Prénom', en: 'First name' } },
  { name: 'familyName', words: { fr: 'Nom', en: 'Last name' } },
  { name: 'email', words: { fr: 'Adresse e-mail', en: 'E-mail address' } },
  { name: 'phone', words: { fr: 'Téléphone', en: 'Phone' } },
  { name: 'label', words: { fr: 'Libellé', en: 'Label' } },
];

async function submit(form: HTMLFormElement, session: Session): Promise<void> {
  const typed = new FormData(form);
  const textOf = (name: FieldName): string => {
    const value = typed.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  const isAdded = await session.act({
    do: 'addContact',
    ...{ givenName: textOf('givenName'), familyName: textOf('familyName') },
    ...{ email: textOf('email'), phone: textOf('phone'), label: textOf('label') },
  });
  if (isAdded) form.reset();
}
