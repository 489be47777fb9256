import { cycle } from '../cycle';
import type { Account } from './account';
import { idOf } from './ids';
import { createLookup, type Lookup } from './lookup';

const STATUSES = [
  ['new', 'Nouveau', true],
  ['open', 'Ouvert', true],
  ['pending', 'En attente', true],
  ['hold', 'En pause', true],
  ['solved', 'Résolu', true],
  ['hold', 'Attente fournisseur', false],
  ['open', '=À rappeler', false],
] as const;

/** The labels of statuses: one of Zendesk's own for each category, then two of the account's. */
export function createCustomStatuses(account: Account): Lookup {
  return createLookup(account, {
    list: 'custom_statuses',
    size: STATUSES.length,
    id: idOf.status,
    build: (index) => {
      const [category, label, isDefault] = cycle(STATUSES, index);
      return {
        status_category: category,
        agent_label: label,
        raw_agent_label: label,
        end_user_label: label,
        raw_end_user_label: label,
        description: '',
        end_user_description: '',
        active: true,
        default: isDefault,
      };
    },
    edit: (turn) => ({ agent_label: `Statut renommé ${String(turn)}` }),
  });
}

/** The custom status of a ticket: its category's own, or now and then one of the account's. */
export function customStatusId(status: string, ticket: number): number {
  const own = STATUSES.findIndex(([category, , isDefault]) => category === status && !isDefault);
  if (own >= 0 && ticket % 3 === 0) return idOf.status(own);
  const standard = STATUSES.findIndex(([category]) => category === status);
  // Closed and deleted tickets keep the status in which they were solved.
  return idOf.status(standard < 0 ? 4 : standard);
}
