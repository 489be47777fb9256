import { join } from 'node:path';
import { createMachine, type Machine } from '../../local/apps-script/machine';
import { openProject } from '../../local/apps-script/project';
import { createWorkbook } from '../../local/apps-script/spreadsheet/workbook';
import { createUserHands, type UserHands } from '../../local/apps-script/spreadsheet/user-hands';
import { findDataTabs } from '../../local/cli/data-tabs';
import { runSync, type Wanted } from '../../local/cli/run-sync';
import { toReport, type RunReport, type SyncReport } from '../../local/cli/sync-report';
import { askPage } from '../../local/demo/ask-page';
import { compareTab, readCells, type ExpectedTab } from '../../local/expected/compare-tab';
import type { StartedVendor } from '../../local/vendors/start-vendor';

/** When servers and machines of these tests begin. */
export const MONDAY = '2026-03-02T08:00:00Z';
export const HOUR = 3_600_000;
export const SITE = 'https://atelier-exemple.fr';

/** A spreadsheet with the built bundle in it, connected to one vendor's server, and a person at the keyboard. */
export interface Desk {
  readonly machine: Machine;
  readonly hands: UserHands;
  /** A whole sync of some streams (none: all), as `npm run sync` does it. */
  sync(...streams: readonly string[]): SyncReport;
  /** The same with other settings than the right ones. */
  syncWith(settings: Readonly<Record<string, string>>, ...streams: readonly string[]): SyncReport;
  /** The same for all streams, with names repeated or into another spreadsheet. */
  syncInto(wish: Pick<Partial<Wanted>, 'relabel' | 'spreadsheet' | 'tabs'>): SyncReport;
  /** What the test of the connection says, good or bad. */
  check(): string;
  /** Another spreadsheet of the same person; returns its id. */
  addSpreadsheet(): string;
  /** The cells of a stream's tab, header first, in the words of `toCell`. */
  cells(stream: string): readonly (readonly string[])[];
  /** What differs between the tabs and what they must hold; tabs that are not expected are not looked at. */
  differences(expected: Readonly<Record<string, ExpectedTab>>): readonly string[];
}

/** A desk whose machine starts on `MONDAY`. */
export function createDesk(connector: keyof typeof RIGHT, vendor: StartedVendor): Desk {
  const project = openProject(join(__dirname, '../../dist'));
  const routes = Object.fromEntries(HOSTS.map((host) => [host, vendor.url]));
  const machine = createMachine({ startAt: Date.parse(MONDAY), routes });
  const workbook = [...machine.documents.workbooks.values()][0];
  if (!workbook) throw new Error('no spreadsheet');
  const ask = (wish: Partial<Wanted>): SyncReport => {
    const startedAt = machine.state.now;
    const settings = { ...RIGHT[connector], ...wish.settings };
    const result = runSync(machine, project, { streams: [], ...wish, connector, settings });
    return toReport(result, findDataTabs(machine), startedAt, machine.state.now);
  };
  return {
    machine,
    hands: createUserHands(workbook, () => machine.state.now),
    sync: (...streams) => ask({ streams }),
    syncWith: (settings, ...streams) => ask({ settings, streams }),
    syncInto: ask,
    check() {
      const page = machine.page(project);
      const listed = askPage(page, 'listConnections');
      const [view] = listed.ok ? listed.value : [];
      if (!view) throw new Error('There is no connection.');
      const { id, connector, settings } = view;
      const tested = askPage(page, 'testConnection', { id, connector, settings });
      return tested.ok ? tested.value : tested.advice;
    },
    addSpreadsheet() {
      const other = createWorkbook('1autre00000000000000000000000000000000autre', 'Autre', 'fr_FR', 'Europe/Paris');
      machine.documents.workbooks.set(other.id, other);
      return other.id;
    },
    cells(stream) {
      const found = findDataTabs(machine).find((tab) => tab.stream === stream);
      if (!found) throw new Error(`There is no tab of ${stream}.`);
      return readCells(found.workbook, found.tab);
    },
    differences: (expected) => {
      const tabs = new Map(findDataTabs(machine).map((tab) => [tab.stream, tab]));
      return Object.entries(expected).flatMap(([stream, wanted]) => {
        const found = tabs.get(stream);
        return found
          ? compareTab(found.workbook, found.tab, wanted).map((text) => `${stream}: ${text}`)
          : [`${stream}: no tab`];
      });
    },
  };
}

const HOSTS: readonly string[] = ['https://www.wedof.fr', SITE, 'https://acme.zendesk.com'];

/** The settings with which each server lets in. */
const RIGHT = {
  wedof: { apiKey: 'local-wedof-key' },
  template: { apiKey: 'local-template-key', baseUrl: SITE },
  zendesk: { subdomain: 'acme', clientId: 'sync', clientSecret: 'local-zendesk-secret' },
} as const;

/** The report of one stream; throws when there is none. */
export function runOf({ runs }: SyncReport, stream: string): RunReport {
  const found = runs.find((run) => run.stream === stream);
  if (!found) throw new Error(`no run of ${stream} among ${runs.map((run) => run.stream).join(', ')}`);
  return found;
}

/** Some of the tabs that are expected. */
export function only(
  expected: Readonly<Record<string, ExpectedTab>>,
  ...streams: readonly string[]
): Record<string, ExpectedTab> {
  return Object.fromEntries(Object.entries(expected).filter(([stream]) => streams.includes(stream)));
}

/** Moves a server's clock to that of the machine, and some hours on. */
export async function later(desk: Desk, vendor: StartedVendor, hours: number): Promise<void> {
  desk.machine.advance(hours * HOUR);
  await vendor.control({ op: 'clock', now: new Date(desk.machine.state.now).toISOString() });
}
