import type { HttpFault } from '../apps-script/faults';
import type { Machine } from '../apps-script/machine';
import { createLastingFaults, isLasting, type LastingFault } from './lasting-faults';
import type { FaultName } from './protocol';

/** The faults that the user switches on; each strikes from that moment on. */
export interface FaultSwitch {
  add(name: FaultName): void;
  clear(): void;
  /** Those that are still to strike. */
  pending(): FaultName[];
}

/**
 * The switch of a machine's faults; `services` are the advanced services that its script has, `seat` tells who sits at the
 * spreadsheet.
 */
export function createFaultSwitch(machine: Machine, services: string[], seat: () => string): FaultSwitch {
  /** By the number of the request that it strikes. */
  const requests = new Map<number, FaultName>();
  const lasting = createLastingFaults(machine, services, seat);
  let kills = 0;
  const addKill = (): void => {
    const where = { within: 'execution', orLater: true } as const;
    const struck = (): void => {
      kills -= 1;
    };
    machine.faults.hook('before', KILLED_CALL, struck, where);
    machine.faults.kill('before', KILLED_CALL, where);
    kills += 1;
  };
  const addHttp = (name: HttpFaultName): void => {
    const [count, fault] = HTTP_FAULTS[name];
    const last = machine.requests() + count;
    for (let n = machine.requests() + 1; n <= last; n++) {
      requests.set(n, name);
      machine.faults.http(n, fault);
    }
  };
  return {
    add(name) {
      if (name === 'kill') addKill();
      else if (isLasting(name)) lasting.add(name);
      else addHttp(name);
    },
    clear() {
      machine.faults.clear();
      lasting.clear();
      requests.clear();
      kills = 0;
    },
    pending() {
      const left = [...requests].filter(([n]) => n > machine.requests()).map(([, name]) => name);
      return [...new Set<FaultName>([...(kills > 0 ? (['kill'] as const) : []), ...left, ...lasting.pending()])];
    },
  };
}

const KILLED_CALL = 20;

type HttpFaultName = Exclude<FaultName, 'kill' | LastingFault>;

/** How many requests it strikes, and how. */
const HTTP_FAULTS: Readonly<Record<HttpFaultName, readonly [number, HttpFault]>> = {
  slow: [100, { delay: 50_000 }],
  down: [40, { failure: 'unavailable' }],
  busy: [2, { status: 429, body: '', headers: { 'Retry-After': '20' } }],
  garbage: [1, { status: 200, body: '<html><body>Maintenance</body></html>' }],
  refused: [10, { status: 401, body: '{"status":401,"detail":"Unauthorized"}' }],
};
