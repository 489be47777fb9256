import type { Desk } from '../protocol';
import { createBench } from './bench.js';
import { element } from './element.js';
import { createFormulaBar } from './formula-bar.js';
import { createGrid } from './grid.js';
import { createMenuBar } from './menu-bar.js';
import { createMessages } from './messages.js';
import { createPageFrame } from './page-frame.js';
import type { Part } from './part.js';
import { createProblems } from './problems.js';
import { createSession, type Session } from './session.js';
import { createTabBar } from './tab-bar.js';
import { language, say } from './words.js';

document.documentElement.lang = language();
const problems = createProblems();
const parts: Part[] = [];
const session = createSession((desk) => {
  parts.forEach((part) => {
    part.show(desk);
  });
}, problems);
layOut(session);

/** The bench's line above all; below it the drawer, and the spreadsheet from its title down to its tabs. */
function layOut(session: Session): void {
  const bench = createBench(session);
  const title = createTitle();
  const menuBar = createMenuBar(session);
  const formulaBar = createFormulaBar(session);
  const grid = createGrid(session, formulaBar.select);
  const tabBar = createTabBar(session);
  const pageFrame = createPageFrame(session);
  const messages = createMessages();
  const label = say({ fr: 'Classeur', en: 'Spreadsheet' });
  const head = element('section', { class: 'head', 'aria-label': label }, title.element, menuBar.element);
  const rows = [formulaBar.element, grid.element, tabBar.element, messages.element];
  const sheet = element('main', { class: 'sheet' }, ...rows);
  const sides = element('div', { class: 'sides' }, sheet, pageFrame.element);
  const spreadsheet = element('div', { class: 'spreadsheet' }, head, sides);
  const room = element('div', { class: 'room' }, bench.element, spreadsheet);
  document.body.append(bench.line, problems.element, room);
  parts.push(title, menuBar, grid, tabBar, pageFrame, messages, bench);
}

function createTitle(): Part {
  const title = element('h1');
  return {
    element: title,
    show({ name }: Desk) {
      title.textContent = name;
      document.title = name;
    },
  };
}
