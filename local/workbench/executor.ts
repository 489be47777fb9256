import type { PassedCall } from '../apps-script/account';
import { tabById } from '../apps-script/spreadsheet/workbook';
import type { Ask } from './ask';
import type { Bench } from './bench';
import { doInContacts, readContacts } from './contacts';
import { advance, click, fire, openerFor, openPage, runForPage, runForWeb, sitDown } from './executions';
import { doByHand } from './hands';
import { createLook } from './look';
import type { Order } from './protocol';
import { readCells } from './read-cells';
import type { Executor } from './turns';

/** Does on a bench what was asked. `realTime` makes a script's sleeps last as long as it asked for, whatever the speed. */
export function createExecutor(bench: Bench, realTime: boolean): Executor {
  const look = createLook(bench);
  const { machine, screens } = bench;
  return {
    carryOut(ask) {
      switch (ask.kind) {
        case 'order':
          return carryOutOrder(bench, look, ask.order);
        case 'run':
          return runForPage(bench, ask);
        case 'page':
          return openPage(bench, ask.person);
        case 'closePage':
          screens.closePage(ask.person);
          return null;
        case 'web':
          return runForWeb(bench, ask.request);
      }
    },
    needsExecution: (ask) => needsExecution(bench, ask),
    depth: () => bench.depth,
    now: () => machine.state.now,
    toWait({ method, took }: PassedCall) {
      if (realTime && method === 'Utilities.sleep') return took;
      return bench.speed > 0 ? took / bench.speed : 0;
    },
  };
}

function needsExecution(bench: Bench, ask: Ask): boolean {
  if (ask.kind === 'page') return openerFor(bench, ask.person) !== null;
  if (ask.kind !== 'order') return ask.kind === 'run' || ask.kind === 'web';
  return EXECUTING.has(ask.order.do);
}

const EXECUTING: ReadonlySet<Order['do']> = new Set(['type', 'click', 'fire', 'advance', 'person'] as const);

function carryOutOrder(bench: Bench, look: () => unknown, order: Order): unknown {
  switch (order.do) {
    case 'look':
      return look();
    case 'cells':
      return readCells(bench.workbook, tabById(bench.workbook, order.tab), order.row, order.rows);
    case 'contacts':
      return readContacts(bench);
    case 'click':
      return click(bench, order.functionName);
    case 'fire':
      return fire(bench, order.trigger);
    default:
      act(bench, order);
      return null;
  }
}

type Answered = 'look' | 'cells' | 'contacts' | 'click' | 'fire';

function act(bench: Bench, order: Exclude<Order, { readonly do: Answered }>): void {
  switch (order.do) {
    case 'closePage':
      bench.screens.closePage(bench.seat.email);
      return;
    case 'advance':
      advance(bench, order.ms);
      return;
    case 'speed':
      if (!(order.factor >= 0)) throw new Error('A speed is 0 or more.');
      bench.speed = order.factor;
      return;
    case 'fault':
      bench.faults.add(order.fault);
      return;
    case 'noFaults':
      bench.faults.clear();
      return;
    case 'person':
      sitDown(bench, order.email);
      return;
    case 'addContact':
    case 'editContact':
    case 'removeContact':
    case 'restoreContact':
    case 'labelContact':
      doInContacts(bench, order);
      return;
    default:
      doByHand(bench, order);
  }
}
