import type { Machine } from '../apps-script/machine';
import type { FaultName } from './protocol';

/** Faults that last until they are taken back. */
export type LastingFault = Extract<FaultName, `contacts${string}` | 'noLeave'>;

/** Whether a fault lasts until it is taken back. */
export function isLasting(name: FaultName): name is LastingFault {
  return name.startsWith('contacts') || name === 'noLeave';
}

/**
 * The switch of a machine's lasting faults; `services` are the advanced services that its script has, `seat` tells who sits
 * at the spreadsheet.
 */
export function createLastingFaults(machine: Machine, services: string[], seat: () => string): LastingFaults {
  const { rules } = machine.people;
  const usual = { perMinute: rules.perMinute, services: [...services] };
  const on = new Set<LastingFault>();
  const withdrawn = new Set<string>();
  return {
    add(name) {
      on.add(name);
      if (name === 'contactsBusy') rules.perMinute = { reads: 0, writes: 0 };
      else if (name === 'contactsDenied') machine.refusedScopes.add(SCOPE);
      else if (name === 'noLeave') withdrawn.add(seat());
      else services.splice(0, services.length, ...usual.services.filter((service) => service !== 'People'));
      for (const email of withdrawn) machine.revoke(email);
    },
    clear() {
      on.clear();
      rules.perMinute = usual.perMinute;
      machine.refusedScopes.delete(SCOPE);
      services.splice(0, services.length, ...usual.services);
      for (const email of withdrawn) machine.grant(email);
      withdrawn.clear();
    },
    pending: () => [...on],
  };
}

interface LastingFaults {
  add(name: LastingFault): void;
  clear(): void;
  /** Those that are on. */
  pending(): LastingFault[];
}

const SCOPE = 'https://www.googleapis.com/auth/contacts';
