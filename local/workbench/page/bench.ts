import type { Desk } from '../protocol';
import { createClock } from './bench-clock.js';
import { createContacts } from './bench-contacts.js';
import { createExecutions } from './bench-executions.js';
import { createFaults } from './bench-faults.js';
import { createMails } from './bench-mails.js';
import { createTriggers } from './bench-triggers.js';
import { button, element } from './element.js';
import type { Part } from './part.js';
import type { Session } from './session.js';
import { toDateAndTime } from './time.js';
import { whenNew } from './when-new.js';
import { language, say } from './words.js';

/**
 * What Google does not have: a dark line at the top that says where one is, and a drawer to move the clock, fire triggers,
 * break things and read what the script did.
 */
export function createBench(session: Session): Part & { readonly line: HTMLElement } {
  const parts = [
    createPerson,
    createClock,
    createContacts,
    createTriggers,
    createFaults,
    createMails,
    createExecutions,
  ].map((make) => make(session));
  const title = say({ fr: 'Atelier', en: 'Workbench' });
  const sections = parts.map((part) => part.element);
  const drawer = element('aside', { class: 'bench', id: 'bench', 'aria-label': title, hidden: true }, ...sections);
  const toggle = button(
    title,
    () => {
      drawer.hidden = !drawer.hidden;
      toggle.ariaExpanded = String(!drawer.hidden);
    },
    { 'aria-expanded': 'false', 'aria-controls': 'bench' },
  );
  const clock = element('time');
  const busy = element('span', { class: 'busy', role: 'status' });
  return {
    element: drawer,
    line: element('header', { class: 'bench-line' }, toggle, element('span', { class: 'where' }, WHERE), busy, clock),
    show(desk) {
      parts.forEach((part) => {
        part.show(desk);
      });
      clock.textContent = toDateAndTime(desk.now, desk.timeZone, language());
      const text = desk.isBusy ? say({ fr: 'Le script s’exécute…', en: 'The script is running…' }) : '';
      if (busy.textContent !== text) busy.textContent = text;
    },
  };
}

const WHERE = say({
  fr: 'Une imitation de Google Sheets, sur cet ordinateur : rien ne part chez Google.',
  en: 'An imitation of Google Sheets, on this computer: nothing goes to Google.',
});

function createPerson(session: Session): Part {
  const list = element('select', { id: 'person' });
  list.addEventListener('change', () => void session.act({ do: 'person', email: list.value }));
  const draw = whenNew(({ people, person }: Pick<Desk, 'people' | 'person'>) => {
    list.replaceChildren(...people.map((email) => element('option', { selected: email === person }, email)));
  });
  const label = element(
    'label',
    { for: 'person' },
    say({ fr: 'Qui est devant le classeur', en: 'Who sits at the spreadsheet' }),
  );
  return {
    element: element('section', {}, label, list),
    show: ({ people, person }) => {
      draw({ people, person });
    },
  };
}
