import { join } from 'node:path';
import { createMachine, type Machine } from '../../local/apps-script/machine';
import { openProject } from '../../local/apps-script/project';
import { createUserHands, type UserHands } from '../../local/apps-script/spreadsheet/user-hands';
import { findDataTabs } from '../../local/cli/data-tabs';
import { runSync } from '../../local/cli/run-sync';
import { toReport, type RunReport, type SyncReport } from '../../local/cli/sync-report';
import { compareTab, type ExpectedTab } from '../../local/expected/compare-tab';
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
  /** What differs between the tabs and what they must hold; tabs that are not expected are not looked at. */
  differences(expected: Readonly<Record<string, ExpectedTab>>): readonly string[];
}

/** A desk whose machine starts on `MONDAY`. */
export function createDesk(connector: 'wedof' | 'template', vendor: StartedVendor): Desk {
  const project = openProject(join(__dirname, '../../dist'));
  const routes = { 'https://www.wedof.fr': vendor.url, [SITE]: vendor.url };
  const machine = createMachine({ startAt: Date.parse(MONDAY), routes });
  const workbook = [...machine.documents.workbooks.values()][0];
  if (!workbook) throw new Error('no spreadsheet');
  const right: Record<string, string> =
    connector === 'wedof' ? { apiKey: 'local-wedof-key' } : { apiKey: 'local-template-key', baseUrl: SITE };
  const syncWith: Desk['syncWith'] = (settings, ...streams) => {
    const startedAt = machine.state.now;
    const result = runSync(machine, project, { connector, settings: { ...right, ...settings }, streams });
    return toReport(result, findDataTabs(machine), startedAt, machine.state.now);
  };
  return {
    machine,
    hands: createUserHands(workbook, () => machine.state.now),
    sync: (...streams) => syncWith({}, ...streams),
    syncWith,
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
