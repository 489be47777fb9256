import { createTemplate, type TemplateOptions } from './template/template';
import type { Vendor } from './vendor';
import type { VendorClock } from './vendor-clock';
import { createWedof, type WedofOptions } from './wedof/wedof';
import { createZendesk, type ZendeskOptions } from './zendesk/zendesk';

/** The options of each vendor that can be served. */
export interface VendorOptions {
  wedof: WedofOptions;
  template: TemplateOptions;
  zendesk: ZendeskOptions;
}

export type VendorName = keyof VendorOptions;

/** What each vendor is served with when nothing else is asked for. */
export const defaults: VendorOptions = {
  wedof: { seed: 1, folders: 2000, longNote: true, pagingHeaders: true },
  template: {
    seed: 1,
    orders: 300,
    countMeans: {
      settings: 'whole',
      paintings: 'whole',
      orders: 'page',
      users: 'whole',
      exhibitions: 'page',
      'custom-requests': 'page',
    },
    ignores: {
      settings: ['limit', 'offset'],
      paintings: [],
      orders: [],
      users: ['limit', 'offset'],
      exhibitions: ['limit', 'offset'],
      'custom-requests': ['limit', 'offset'],
    },
    maxLimit: 1000,
    envelope: 'data',
    itemsWithoutId: false,
    nestedInFull: false,
  },
  zendesk: {
    seed: 1,
    tickets: 2000,
    users: 500,
    organizations: 80,
    customFields: 18,
    longText: true,
    clientId: 'sync',
    clientSecret: 'local-zendesk-secret',
    email: 'admin@exemple.fr',
    apiToken: 'local-zendesk-token',
    bearer: 'local-zendesk-bearer',
    tokenSeconds: 172_800,
    role: 'admin',
    forms: true,
    metricSets: 'embedded',
    missingUsers: 0,
    accountLimit: 400,
    rateLimits: true,
    retryAfter: true,
    tooRecentStatus: 400,
    slowAbove: null,
    htmlErrors: false,
  },
};

/** Makes a vendor of the given name. */
export function createVendor<N extends VendorName>(name: N, options: VendorOptions[N], clock: VendorClock): Vendor {
  return CREATE[name](options, clock);
}

const CREATE: { readonly [N in VendorName]: (options: VendorOptions[N], clock: VendorClock) => Vendor } = {
  wedof: createWedof,
  template: createTemplate,
  zendesk: createZendesk,
};
