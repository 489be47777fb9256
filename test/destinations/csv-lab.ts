import type { HttpFault } from '../../local/apps-script/faults';
import { createUserDrive, type UserDrive } from '../../local/apps-script/drive/user-drive';
import { createMachine, type Machine } from '../../local/apps-script/machine';
import type { Project } from '../../local/apps-script/project';
import { OAUTH_TOKEN } from '../../local/apps-script/services/oauth-token';
import type { FileRecord } from '../../local/apps-script/state';
import { NetworkError } from '../../src/core/errors';
import type { Cursor } from '../../src/core/model';
import { createCsvArchive } from '../../src/destinations/csv-archive';
import type { ArchiveStep, FileTarget, Table } from '../../src/destinations/destination';
import { createDrive } from '../../src/platform/drive';
import type { Cell, Drive, HttpRequest, HttpResponse, Send, Store } from '../../src/platform/services';
import { bundle } from '../bundle';
import { createVirtualClock, type VirtualClock } from '../fixtures/virtual-clock';

/** What an archive needs of a table, over rows that a test may change under its feet. */
export interface LabTable {
  readonly table: Table;
  rows: Cell[][];
  /** How many times rows were read. */
  reads: number;
}

/** One piece of a table so wide has 1,000 rows. */
const WIDTH = 240;

/** `count` rows with an id and a text of `size` characters each, in a table of `width` columns. */
export function createLabTable(count: number, size: number, width = WIDTH, sign = 'e'): LabTable {
  const blank = Array.from({ length: width - 2 }, () => '');
  const rows = Array.from({ length: count }, (_, id): Cell[] => [id, `té${String(id)} ${sign.repeat(size)}`, ...blank]);
  const columns = Array.from({ length: width }, (_, n) => ({ header: `c${String(n)}`, kind: 'any' as const }));
  const unused = (): never => {
    throw new Error('An archive only reads.');
  };
  const lab: LabTable = {
    rows,
    reads: 0,
    table: {
      needsAll: false,
      write: unused,
      remove: unused,
      seen: unused,
      sweep: unused,
      edit: unused,
      size: unused,
      columns: () => columns,
      read(first, max) {
        lab.reads += 1;
        return first >= lab.rows.length ? null : lab.rows.slice(first, first + max);
      },
    },
  };
  return lab;
}

const TICKETS: FileTarget = { id: 'c1/tickets', name: 'tickets_all.csv', separator: ',' };

/** An archive whose requests go to the Drive of a local Apps Script. */
export interface Lab {
  /** The hands of the user. */
  readonly hands: UserDrive;
  readonly drive: Drive;
  readonly clock: VirtualClock;
  /** Every file and folder, those in the trash included, oldest first. */
  files(): readonly FileRecord[];
  /** Every request that was sent, oldest first. */
  readonly requests: readonly HttpRequest[];
  /** What goes wrong with the next request. */
  spoil(fault: HttpFault): void;
  /** Each request from now on gets this answer. */
  close(answer: HttpFault): void;
  /** One step; `resumed`: by an execution of its own. */
  step(table: Table, cursor: Cursor | null, resumed?: boolean): ArchiveStep;
  /** Steps until the copy is done; `between` is called before each with the number of steps done. */
  copy(
    table: Table,
    options?: { resumed?: boolean; cursor?: Cursor | null; between?: (steps: number) => void },
  ): ArchiveStep;
  /** The text of the file, without its byte order mark. */
  text(): string;
}

/** Makes labs: each has a Google account of its own. */
export async function prepareLabs(): Promise<() => Lab> {
  const project = await bundle('test/destinations/send-script.ts');
  return () => createLab(project);
}

function createLab(project: Project): Lab {
  const machine = createMachine();
  const clock = createVirtualClock();
  const requests: HttpRequest[] = [];
  const send = createSend(machine, project);
  const counted: Send = (request) => {
    requests.push(request);
    return send(request);
  };
  const drive = createDrive(counted, () => OAUTH_TOKEN, clock);
  const { step, copy } = createSteps(drive);
  const file = (): FileRecord | undefined => machine.state.files.find(({ name }) => name === TICKETS.name);
  const spoil = (count: number, fault: HttpFault): void => {
    machine.resetCalls();
    for (let n = 1; n <= count; n += 1) machine.faults.http(n, fault);
  };
  return {
    hands: createUserDrive(machine.state),
    files: () => machine.state.files,
    spoil: (fault) => {
      spoil(1, fault);
    },
    close: (answer) => {
      spoil(MANY, answer);
    },
    text: () =>
      Buffer.from(file()?.content ?? [])
        .toString('utf8')
        .slice(1),
    ...{ drive, clock, requests, step, copy },
  };
}

/** More requests than a test sends to a Drive that is closed. */
const MANY = 50;

/** Each request is an execution of its own. */
function createSend(machine: Machine, project: Project): Send {
  return (request) => {
    const outcome = machine.run(project, 'exchange', [request]);
    if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome));
    const answer = outcome.value as HttpResponse | Pick<NetworkError, 'kind' | 'message'>;
    if ('kind' in answer) throw new NetworkError(answer.kind, answer.message);
    return answer;
  };
}

function createSteps(drive: Drive): Pick<Lab, 'step' | 'copy'> {
  const store = createStore();
  let archive = createCsvArchive(drive, store);
  const step: Lab['step'] = (table, cursor, resumed = false) => {
    if (resumed) archive = createCsvArchive(drive, store);
    return archive.write(table, TICKETS, JSON.parse(JSON.stringify(cursor)) as Cursor | null);
  };
  return {
    step,
    copy(table, { resumed = false, cursor = null, between } = {}) {
      let last: ArchiveStep | null = null;
      for (let steps = 0; !last?.done; steps += 1) {
        between?.(steps);
        last = step(table, last ? last.cursor : cursor, resumed);
        if (JSON.stringify(last.cursor).length > 2000) throw new Error('The cursor is too long.');
      }
      return last;
    },
  };
}

function createStore(): Store {
  const values = new Map<string, string>();
  return {
    get: (name) => values.get(name) ?? null,
    set: (name, value) => values.set(name, value),
    remove: (name) => values.delete(name),
    all: () => Object.fromEntries(values),
  };
}

/** The ids in the first column of a file's lines. */
export function idsIn(text: string): number[] {
  return text.split('\r\n').slice(1, -1).map(parseFloat);
}
