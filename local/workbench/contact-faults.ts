import type { Machine } from '../apps-script/machine';
import type { FaultName } from './protocol';

/** Faults of Google Contacts, which last until they are taken back. */
export type ContactFaultName = Extract<FaultName, `contacts${string}`>;

/** Whether a fault is one of Google Contacts. */
export function isContactFault(name: FaultName): name is ContactFaultName {
  return name.startsWith('contacts');
}

/** The switch of the faults of Google Contacts on a machine; `services` are the advanced services that its script has. */
export function createContactFaults({ people: { rules }, refusedScopes }: Machine, services: string[]): ContactFaults {
  const usual = { perMinute: rules.perMinute, services: [...services] };
  const on = new Set<ContactFaultName>();
  return {
    add(name) {
      on.add(name);
      if (name === 'contactsBusy') rules.perMinute = { reads: 0, writes: 0 };
      else if (name === 'contactsDenied') refusedScopes.add(SCOPE);
      else services.splice(0, services.length, ...usual.services.filter((service) => service !== 'People'));
    },
    clear() {
      on.clear();
      rules.perMinute = usual.perMinute;
      refusedScopes.delete(SCOPE);
      services.splice(0, services.length, ...usual.services);
    },
    pending: () => [...on],
  };
}

interface ContactFaults {
  add(name: ContactFaultName): void;
  clear(): void;
  /** Those that are on. */
  pending(): ContactFaultName[];
}

const SCOPE = 'https://www.googleapis.com/auth/contacts';
