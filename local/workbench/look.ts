import type { Outcome } from '../apps-script/outcome';
import { ownerOf } from '../apps-script/person';
import { activeTab } from '../apps-script/spreadsheet/tabs';
import type { Workbook } from '../apps-script/spreadsheet/workbook';
import type { Mail } from '../apps-script/state';
import type { Bench } from './bench';
import { readCharts } from './read-charts';
import type { Desk, DeskExecution, DeskMail, DeskTab } from './protocol';

/** Looks at the workbench as often as it is called. */
export function createLook(bench: Bench): () => Desk {
  const { machine, workbook, screens, people } = bench;
  const revisionOf = createRevisions();
  return () => {
    const { email: person } = bench.seat;
    const page = screens.page(person);
    return {
      now: Math.round(machine.state.now),
      ...{ timeZone: workbook.timeZone, name: workbook.name, person, speed: bench.speed },
      people: people.map(({ email }) => email),
      isBusy: bench.depth > 0,
      revision: revisionOf(workbook),
      tabs: workbook.tabs.map(toDeskTab),
      activeTab: activeTab(workbook).id,
      charts: readCharts(workbook, activeTab(workbook)),
      menus: screens.menus(person),
      messages: screens.messages(),
      page: page && { kind: page.kind, title: page.title, number: page.number },
      triggers: toDeskTriggers(bench),
      executions: latest(machine.executions),
      mails: machine.state.mails.slice(-MOST_MAILS).reverse().map(toDeskMail),
      faults: bench.faults.pending(),
    };
  };
}

type DeskTabOf = Workbook['tabs'][number];

function toDeskTab({ id, name, hidden, frozenRows, frozenColumns, grid, columnWidths }: DeskTabOf): DeskTab {
  const widths = [...columnWidths].map(([column, width]) => [column + 1, width] as const);
  return { id, name, hidden, frozenRows, frozenColumns, rows: grid.maxRows, columns: grid.maxColumns, widths };
}

/** Numbers what a spreadsheet looks like: another look, another number. */
function createRevisions(): (workbook: Workbook) => number {
  let revision = 0;
  let before = '';
  return ({ tabs }) => {
    const now = JSON.stringify(tabs.map((tab) => [toDeskTab(tab), tab.grid.revision]));
    if (now !== before) revision += 1;
    before = now;
    return revision;
  };
}

function toDeskTriggers({ machine, people: [holder] }: Bench): Desk['triggers'] {
  return machine.state.triggers.map((trigger) => ({
    ...{ id: trigger.id, functionName: trigger.handler, event: trigger.event },
    nextAt: trigger.nextAt === null ? null : Math.round(trigger.nextAt),
    owner: ownerOf(trigger, holder).email,
  }));
}

const MOST_MAILS = 30;

function toDeskMail({ from, to, cc = '', subject, body, at }: Mail): DeskMail {
  return { from, to, cc, subject, body, at: Math.round(at) };
}

const MOST_EXECUTIONS = 30;

/** Latest first. A page that asks the same thing again and again counts once. */
function latest(executions: readonly Outcome[]): DeskExecution[] {
  const found: DeskExecution[] = [];
  let later: Outcome | undefined;
  for (let i = executions.length - 1; i >= 0 && found.length < MOST_EXECUTIONS; i--) {
    const outcome = executions[i];
    if (!outcome) continue;
    if (!later || !isRepeated(outcome, later)) found.push(toDeskExecution(outcome));
    later = outcome;
  }
  return found;
}

function isRepeated(outcome: Outcome, later: Outcome): boolean {
  const isQuiet = outcome.caller === 'page' && outcome.status === 'done' && later.status === 'done';
  return isQuiet && outcome.functionName === later.functionName && outcome.person === later.person;
}

function toDeskExecution(outcome: Outcome): DeskExecution {
  const { functionName, person, status } = outcome;
  const times = { startedAt: Math.round(outcome.startedAt), endedAt: Math.round(outcome.endedAt) };
  const why = outcome.status === 'failed' ? [outcome.error.stack] : outcome.status === 'killed' ? [outcome.reason] : [];
  return { functionName, person, ...times, status, lines: [...outcome.logs.map(({ text }) => text), ...why] };
}
