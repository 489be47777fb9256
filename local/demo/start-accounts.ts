import { startVendor, type StartedVendor } from '../vendors/start-vendor';

/** The address of the Template site. */
export const SITE = 'https://atelier-exemple.fr';

/** An account of each system, served in processes of their own. */
export interface Accounts {
  readonly wedof: StartedVendor;
  readonly template: StartedVendor;
  readonly zendesk: StartedVendor;
  /** The servers that answer for the systems' addresses. */
  readonly routes: Readonly<Record<string, string>>;
  /** Sets the clocks of all, in milliseconds since 1970. */
  setClock(now: number): Promise<void>;
  stop(): Promise<void>;
}

/** How many records the accounts hold; absent: as many as the demo shows. */
export interface Sizes {
  /** Of Wedof. */
  readonly folders?: number;
  /** Of Template. */
  readonly orders?: number;
  /** Of Zendesk. */
  readonly tickets?: number;
}

/** Starts the servers; their clocks stand still at `now` (ISO 8601). `sizes` tells how much the accounts hold. */
export async function startAccounts(now: string, sizes: Sizes = {}): Promise<Accounts> {
  const { folders = 400, orders = 300, tickets = 1500 } = sizes;
  const [wedof, template, zendesk] = await Promise.all([
    startVendor('wedof', { folders, now }),
    startVendor('template', { orders, now }),
    startVendor('zendesk', { tickets, now }),
  ]);
  const all = [wedof, template, zendesk];
  return {
    ...{ wedof, template, zendesk },
    routes: { 'https://www.wedof.fr': wedof.url, [SITE]: template.url, 'https://acme.zendesk.com': zendesk.url },
    async setClock(ms) {
      const request = { op: 'clock', now: new Date(ms).toISOString() } as const;
      await Promise.all(all.map((vendor) => vendor.control(request)));
    },
    async stop() {
      await Promise.all(all.map((vendor) => vendor.stop()));
    },
  };
}
