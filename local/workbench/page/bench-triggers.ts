import type { DeskTrigger } from '../protocol';
import { button, element } from './element.js';
import { createList } from './list.js';
import type { Part } from './part.js';
import type { Session } from './session.js';
import { toDateAndTime } from './time.js';
import { language, say } from './words.js';

/** The script's triggers, each with a button that fires it at once. */
export function createTriggers(session: Session): Part {
  const list = element('ul');
  const none = element('p', {}, say({ fr: 'Le script n’en a posé aucun.', en: 'The script has set none.' }));
  const draw = createList(list, (trigger: DeskTrigger & { readonly timeZone: string }) =>
    createTrigger(trigger, session),
  );
  return {
    element: element('section', {}, element('h2', {}, say({ fr: 'Déclencheurs', en: 'Triggers' })), none, list),
    show({ triggers, timeZone }) {
      draw(triggers.map((trigger) => ({ ...trigger, timeZone })));
      none.hidden = triggers.length > 0;
    },
  };
}

function createTrigger(trigger: DeskTrigger & { readonly timeZone: string }, session: Session): HTMLElement {
  const { id, functionName, event, owner, nextAt, timeZone } = trigger;
  const when = nextAt === null ? event : toDateAndTime(nextAt, timeZone, language());
  const fire = button(say({ fr: 'Déclencher', en: 'Fire' }), () => session.act({ do: 'fire', trigger: id }), {
    'aria-label': say({ fr: `Déclencher ${functionName}`, en: `Fire ${functionName}` }),
  });
  const text = element('div', {}, element('code', {}, functionName), element('p', {}, when), element('p', {}, owner));
  return element('li', { class: 'trigger' }, text, fire);
}
