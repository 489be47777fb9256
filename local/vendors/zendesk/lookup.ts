import { Collection } from '../collection';
import type { JsonObject } from '../json';
import { toIso, toSeconds, toUrl, type Account, type Placed } from './account';

export type Lookup = Collection<Placed>;

export interface LookupPlan {
  /** As it stands in the API's paths. */
  readonly list: string;
  readonly size: number;
  id(index: number): number;
  /** The record beside its id, address and dates. */
  build(index: number): JsonObject;
  /** What an update writes when the caller says nothing else. */
  edit(turn: number): JsonObject;
}

/** A short list of what tickets name by id: groups, brands, forms, ... */
export function createLookup(account: Account, plan: LookupPlan): Lookup {
  return new Collection<Placed>({
    size: plan.size,
    facts: (index, now) => ({ id: plan.id(index), at: now === undefined ? account.today : toSeconds(now) }),
    key: ({ facts }) => String(facts.id),
    build: ({ index, facts }) => ({
      id: facts.id,
      url: toUrl(plan.list, facts.id),
      ...plan.build(index),
      created_at: toIso(account.today),
      updated_at: toIso(facts.at),
    }),
    edit: (turn) => plan.edit(turn),
    stamp: (facts, now) => {
      facts.at = toSeconds(now);
    },
  });
}
