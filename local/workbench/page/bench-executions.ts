import type { DeskExecution } from '../protocol';
import { element } from './element.js';
import { createList } from './list.js';
import type { Part } from './part.js';
import { toDuration, toTime } from './time.js';
import { language, say } from './words.js';

/** What the script did, latest first, with what it logged. */
export function createExecutions(): Part {
  const list = element('ul');
  const draw = createList(list, createExecution);
  return {
    element: element('section', {}, element('h2', {}, say({ fr: 'Exécutions', en: 'Executions' })), list),
    show({ executions, timeZone }) {
      draw(executions.map((execution) => ({ ...execution, timeZone })));
    },
  };
}

const STATUS = {
  done: { fr: 'terminée', en: 'done' },
  failed: { fr: 'échec', en: 'failed' },
  killed: { fr: 'arrêtée par Google', en: 'killed by Google' },
};

function createExecution(execution: DeskExecution & { readonly timeZone: string }): HTMLElement {
  const { functionName, person, startedAt, endedAt, status, lines, timeZone } = execution;
  const time = toTime(startedAt, timeZone, language());
  const facts = `${say(STATUS[status])} · ${toDuration(endedAt - startedAt, language())} · ${time}`;
  const summary = element('summary', {}, element('code', {}, functionName), element('p', { class: status }, facts));
  const name = say({ fr: 'Journal', en: 'Log' });
  const log = element('pre', { tabindex: '0', 'aria-label': name, role: 'log' }, lines.join('\n'));
  const content = lines.length > 0 ? [log] : [];
  return element('li', {}, element('details', {}, summary, element('p', {}, person), ...content));
}
