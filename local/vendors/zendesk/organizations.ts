import { Collection } from '../collection';
import { cycle } from '../cycle';
import { french } from '../french';
import { hostileTexts } from '../hostile-texts';
import type { JsonObject } from '../json';
import { createdAt, toIso, toSeconds, toUrl, type Account, type Placed } from './account';
import { idOf } from './ids';

export interface OrganizationFacts extends Placed {
  readonly createdAt: number;
}

export type Organizations = Collection<OrganizationFacts>;

/** The companies that people belong to; five in a row were changed in the same second, and some are deleted. */
export function createOrganizations(account: Account): Organizations {
  const size = account.organizations;
  return new Collection<OrganizationFacts>({
    size,
    facts: (index, now) => {
      const created = now === undefined ? createdAt(account, index, size) : toSeconds(now);
      const at = index % 10 < 5 ? createdAt(account, index - (index % 10) + 5, size) : created;
      return { id: idOf.organization(index), createdAt: created, at: now === undefined ? at : created };
    },
    key: ({ facts }) => String(facts.id),
    build: ({ index, facts }) => organization(index, facts),
    edit: (turn) => ({ name: `Société renommée ${String(turn)}` }),
    stamp: (facts, now) => {
      facts.at = toSeconds(now);
    },
  });
}

function organization(index: number, facts: OrganizationFacts): JsonObject {
  const company = `${cycle(french.companies, index)} ${String(index)}`;
  return {
    id: facts.id,
    url: toUrl('organizations', facts.id),
    name: index % 9 === 4 ? cycle(hostileTexts, Math.floor(index / 9)) : company,
    shared_tickets: false,
    shared_comments: false,
    external_id: cycle([null, '00042', '1E5'], index),
    created_at: toIso(facts.createdAt),
    updated_at: toIso(facts.at),
    domain_names: [`societe-${String(index)}.example`],
    details: '',
    notes: cycle(hostileTexts, index),
    group_id: null,
    tags: [],
    organization_fields: {},
    deleted_at: index % 13 === 8 ? toIso(facts.at) : null,
  };
}
