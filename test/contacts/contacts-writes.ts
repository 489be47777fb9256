import type { AddOn } from '../app/add-on';
import { cellOf, CLIENTS } from './contacts-eyes';

/** What was written since a mark. */
export interface Writes {
  /** Calls that change something in Google Contacts, by method. */
  readonly google: Readonly<Record<string, number>>;
  /** Cells of the tab Clients that hold something else, such as `D2`; Sync's own three columns are left out. */
  readonly cells: readonly string[];
  /** The tabs with any cell written to, be it with what it held; the history of runs is left out. */
  readonly tabs: readonly string[];
}

/** A sync that had nothing to do. */
export const NO_WRITES: Writes = { google: {}, cells: [], tabs: [] };

/** Counts from now on. */
export function openMark(addOn: AddOn): { writes(): Writes } {
  const [calls, cells, revisions] = [googleCalls(addOn), clientCells(addOn), revisionsOf(addOn)];
  return {
    writes() {
      const now = clientCells(addOn);
      const places = [...new Set([...cells.keys(), ...now.keys()])];
      const changed = Object.entries(googleCalls(addOn)).map(([method, count]) => [
        method,
        count - (calls[method] ?? 0),
      ]);
      return {
        google: Object.fromEntries(changed.filter(([, count]) => count !== 0)) as Record<string, number>,
        cells: places.filter((place) => cells.get(place) !== now.get(place)),
        tabs: Object.entries(revisionsOf(addOn)).flatMap(([tab, count]) => (count === revisions[tab] ? [] : [tab])),
      };
    },
  };
}

const MUTATING = /^People\..*\.(create|update|delete|batchCreate|batchUpdate|batchDelete|modify|remove)\w*$/;

function googleCalls({ machine }: AddOn): Record<string, number> {
  const calls = Object.entries(machine.calls()).filter(([method]) => MUTATING.test(method));
  return Object.fromEntries(calls.map(([method, count]) => [method.split('.').at(-1) ?? method, count]));
}

const OURS = ['Statut', 'Modifié le', 'sync_id'];

function clientCells({ hands }: AddOn): ReadonlyMap<string, string> {
  const cells = new Map<string, string>();
  if (!hands.tabs().includes(CLIENTS)) return cells;
  const [header = [], ...lines] = hands.rows(CLIENTS);
  [header, ...lines].forEach((line, n) => {
    line.forEach((value, column) => {
      if (OURS.includes(String(header[column])) || value === '') return;
      cells.set(cellOf(n + 1, column + 1), JSON.stringify(value));
    });
  });
  return cells;
}

function revisionsOf({ workbook }: AddOn): Record<string, number> {
  const tabs = workbook.tabs.filter(({ name }) => name !== 'Historique');
  return Object.fromEntries(tabs.map(({ name, grid }) => [name, grid.revision]));
}
