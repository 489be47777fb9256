import { cycle } from '../cycle';
import type { Account } from './account';
import { idOf } from './ids';
import { createLookup, type Lookup } from './lookup';

const NAMES = ['Demande générale', 'Réclamation', 'Ancien formulaire'];

/** Which fields are asked for together; the last is inactive. */
export function createTicketForms(account: Account): Lookup {
  return createLookup(account, {
    list: 'ticket_forms',
    size: NAMES.length,
    id: idOf.form,
    build: (index) => ({
      name: cycle(NAMES, index),
      raw_name: index === 1 ? '{{dc.reclamation}}' : cycle(NAMES, index),
      display_name: cycle(NAMES, index),
      raw_display_name: cycle(NAMES, index),
      position: index + 1,
      active: index !== 2,
      default: index === 0,
      end_user_visible: true,
      in_all_brands: true,
      restricted_brand_ids: [],
      ticket_field_ids: [],
      agent_conditions: [],
      end_user_conditions: [],
    }),
    edit: (turn) => ({ name: `Formulaire renommé ${String(turn)}` }),
  });
}
