import { cycle } from '../cycle';
import type { Account } from './account';
import { idOf } from './ids';
import { createLookup, type Lookup } from './lookup';

const NAMES = ['Acme', 'Acme Pro – 007', 'Ancienne marque'];

/** The names under which the account works; the last is deleted, and old tickets still name it. */
export function createBrands(account: Account): Lookup {
  return createLookup(account, {
    list: 'brands',
    size: NAMES.length,
    id: idOf.brand,
    build: (index) => ({
      name: cycle(NAMES, index),
      brand_url: `https://acme-${String(index)}.zendesk.com`,
      subdomain: `acme-${String(index)}`,
      host_mapping: null,
      has_help_center: index === 0,
      help_center_state: index === 0 ? 'enabled' : 'disabled',
      active: index !== 2,
      default: index === 0,
      is_deleted: index === 2,
      logo: null,
      ticket_form_ids: [idOf.form(0), idOf.form(1)],
      signature_template: '{{agent.signature}}',
    }),
    edit: (turn) => ({ name: `Marque renommée ${String(turn)}` }),
  });
}
