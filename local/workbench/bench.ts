import type { PassedCall } from '../apps-script/account';
import { createMachine, type Machine } from '../apps-script/machine';
import type { Person } from '../apps-script/person';
import { openProject, type Project } from '../apps-script/project';
import type { Routes } from '../apps-script/services/http-wire';
import type { Workbook } from '../apps-script/spreadsheet/workbook';
import { addSampleContacts } from './contacts';
import { createFaultSwitch, type FaultSwitch } from './fault-switch';
import { Screens } from './screens';

/** What lies on the workbench. */
export interface Bench {
  readonly machine: Machine;
  readonly project: Project;
  /** The spreadsheet that the script is bound to. */
  readonly workbook: Workbook;
  /** Those who have the spreadsheet; the first one holds the account. */
  readonly people: readonly [Person, ...Person[]];
  readonly screens: Screens;
  readonly faults: FaultSwitch;
  /** Who sits at the spreadsheet. */
  seat: Person;
  /** How many times faster than on Google calls take place; 0: without any waiting. */
  speed: number;
  /** How many executions are under way. */
  depth: number;
}

/** What a bench is set up with. */
export interface BenchOptions {
  readonly speed: number;
  /** The folder of the built script. */
  readonly project: string;
  /** When its clock starts, in milliseconds since 1970. */
  readonly now: number;
  /** The servers that answer for the systems' addresses; null: the real ones do. */
  readonly routes: Routes | null;
  /** Where the workbench is served, on this machine. */
  readonly port: number;
}

/** A new spreadsheet with the script, on a machine of its own; `between` is told each call that has passed. */
export function createBench(options: BenchOptions, between: (call: PassedCall) => void): Bench {
  const { speed, project, now, routes, port } = options;
  const [seat] = PEOPLE;
  const webAppUrl = `http://localhost:${String(port)}/exec`;
  const network = { realNetwork: routes === null, routes: routes ?? {} };
  const machine = createMachine({ ...seat, ...network, between, startAt: now, webAppUrl });
  const { advancedServices, ...script } = openProject(project);
  // Those that the manifest names, which a fault takes away.
  const services = advancedServices && [...advancedServices];
  const workbook = machine.documents.workbooks.get(machine.documents.boundId ?? '');
  if (!workbook) throw new Error('This machine has no spreadsheet.');
  const bench: Bench = {
    ...{ machine, workbook, project: { ...script, advancedServices: services }, people: PEOPLE },
    screens: new Screens(workbook, () => bench.seat.email),
    faults: createFaultSwitch(machine, services ?? [], () => bench.seat.email),
    ...{ seat, speed, depth: 0 },
  };
  addSampleContacts(bench);
  // Triggers fire the handlers of the project last run: one may be due before anything is clicked.
  machine.project = bench.project;
  return bench;
}

const PEOPLE: Bench['people'] = [
  { email: 'anne@example.com', locale: 'fr' },
  { email: 'paul@example.com', locale: 'en' },
];
