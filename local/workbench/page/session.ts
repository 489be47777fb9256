import type { Cells, Desk, DeskContacts, Order } from '../protocol';
import type { Problems } from './problems.js';
import { LostError, send } from './send.js';
import { say } from './words.js';

/** The page's talk with the server. */
export interface Session {
  /** Has an order carried out and shows the desk after it. Answers whether it went well; what did not is reported. */
  act(order: Order): Promise<boolean>;
  /** Rows of a tab, counted from 1; null when they cannot be read, which is reported. */
  cells(tab: number, row: number, rows: number): Promise<Cells | null>;
  /** The Google Contacts of whoever sits at the spreadsheet; null when they cannot be read, which is reported. */
  contacts(): Promise<DeskContacts | null>;
  /** Brings a tab to the front, on the screen at once. */
  activate(tab: number): void;
}

/** Milliseconds between two looks at the desk. */
const PAUSE = { busy: 500, idle: 1000, hidden: 5000 };

/** Looks at the desk now and then, and hands it to `show`. */
export function createSession(show: (desk: Desk) => void, problems: Problems): Session {
  const watch = createWatch(show, problems);
  const session: Session = {
    async act(order) {
      watch.doubt();
      const answer = await attempt(send(order), problems);
      watch.doubt(0);
      if (answer) reportEnd(answer.value, problems);
      return answer !== null;
    },
    async cells(tab, row, rows) {
      const answer = await attempt(send({ do: 'cells', tab, row, rows }), problems);
      return answer?.value ?? null;
    },
    async contacts() {
      const answer = await attempt(send({ do: 'contacts' }), problems);
      return answer?.value ?? null;
    },
    activate(tab) {
      watch.foresee({ activeTab: tab });
      void session.act({ do: 'activate', tab });
    },
  };
  return session;
}

interface Watch {
  /** What looks now under way answer is out of date; the next one is due in so many milliseconds. */
  doubt(ms?: number): void;
  /** Shows what the desk will be after an order. */
  foresee(change: Partial<Desk>): void;
}

function createWatch(show: (desk: Desk) => void, problems: Problems): Watch {
  let timer: number | undefined;
  let turn = 0;
  let latest: Desk | undefined;
  const next = (ms: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void look(), ms);
  };
  const look = async (): Promise<void> => {
    turn += 1;
    const mine = turn;
    const answer = await attempt(send({ do: 'look' }), problems);
    const desk = answer?.value;
    if (desk) problems.found();
    if (mine !== turn) return;
    next(document.hidden ? PAUSE.hidden : desk?.isBusy ? PAUSE.busy : PAUSE.idle);
    if (!desk) return;
    latest = desk;
    show(desk);
  };
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) next(0);
  });
  next(0);
  return {
    doubt(ms = 100) {
      turn += 1;
      next(ms);
    },
    foresee(change) {
      if (latest) show({ ...latest, ...change });
    },
  };
}

async function attempt<T>(answer: Promise<T>, problems: Problems): Promise<{ readonly value: T } | null> {
  try {
    return { value: await answer };
  } catch (error) {
    if (error instanceof LostError) problems.lost();
    else problems.report(error instanceof Error ? error.message : String(error));
    return null;
  }
}

/** An execution that a click or a trigger started may have failed: Google shows that on the spreadsheet. */
function reportEnd(answer: unknown, problems: Problems): void {
  if (typeof answer !== 'object' || answer === null || !('status' in answer) || !('error' in answer)) return;
  const { name, message } = answer.error as Error;
  problems.report(`${say({ fr: 'L’exécution a échoué.', en: 'The execution failed.' })} ${name}: ${message}`);
}
