import { Collection } from '../collection';
import { cycle } from '../cycle';
import { french } from '../french';
import { hostileTexts } from '../hostile-texts';
import type { JsonObject } from '../json';
import { chanceOf, createdAt, DAY, toIso, toSeconds, toUrl, type Account, type Placed } from './account';
import { idOf } from './ids';

export interface UserFacts extends Placed {
  readonly createdAt: number;
}

export type Users = Collection<UserFacts>;

/** The account's people: an administrator first, then its agents (one in fifty), then those who write to them. */
export function createUsers(account: Account): Users {
  return new Collection<UserFacts>({
    size: account.users,
    facts: (index, now) => {
      const created = now === undefined ? createdAt(account, index, account.users) : toSeconds(now);
      // Six at a time are changed in the same second, as imports do.
      const at = index % 40 < 6 ? createdAt(account, index - (index % 40) + 6, account.users) : created;
      return { id: idOf.user(index), createdAt: created, at: now === undefined ? at : created };
    },
    key: ({ facts }) => String(facts.id),
    build: ({ index, facts }) => user(account, index, facts),
    edit: (turn) => ({ name: `${cycle(french.women, turn)} RENOMMÉE ${String(turn)}` }),
    stamp: (facts, now) => {
      facts.at = toSeconds(now);
    },
  });
}

/** How many of the people answer tickets. */
export function agentsOf(account: Account): number {
  return Math.min(account.users, Math.max(5, Math.floor(account.users / 50)));
}

/** The number of the organization that a user belongs to, or null. */
export function organizationOf(account: Account, user: number): number | null {
  return user % 5 === 0 || account.organizations === 0 ? null : (user * 7) % account.organizations;
}

function user(account: Account, index: number, facts: UserFacts): JsonObject {
  const chance = chanceOf(account, 'user', index);
  const role = index === 0 ? 'admin' : index < agentsOf(account) ? 'agent' : 'end-user';
  const organization = organizationOf(account, index);
  return {
    id: facts.id,
    url: toUrl('users', facts.id),
    name: nameOf(index, `${chance.pick(french.women)} ${chance.pick(french.surnames)}`),
    email: emailOf(index, role),
    created_at: toIso(facts.createdAt),
    updated_at: toIso(facts.at),
    time_zone: 'Paris',
    iana_time_zone: 'Europe/Paris',
    phone: cycle(['+33612345678', '06 12 34 56 78', null, '0612345678'], index),
    shared_phone_number: null,
    photo: null,
    locale_id: index % 6 === 5 ? 1 : 16,
    locale: index % 6 === 5 ? 'en-US' : 'fr',
    organization_id: organization === null ? null : idOf.organization(organization),
    verified: true,
    external_id: cycle([null, '007', `CRM-${String(index)}`], index),
    tags: index % 3 === 0 ? ['vip'] : [],
    alias: null,
    // An agent who left is inactive, and old tickets still name them.
    active: !(role === 'agent' && index % 7 === 3),
    shared: false,
    shared_agent: false,
    last_login_at: index % 2 === 0 ? null : toIso(Math.min(facts.at, account.today - DAY)),
    two_factor_auth_enabled: null,
    signature: null,
    details: '',
    notes: index % 9 === 0 ? cycle(hostileTexts, index) : '',
    ...rights(index, role),
    suspended: false,
    user_fields: { plan: cycle(['gold', null, 'silver'], index) },
  };
}

function rights(index: number, role: string): JsonObject {
  const isCustomer = role === 'end-user';
  return {
    role,
    role_type: role === 'agent' ? 0 : null,
    custom_role_id: null,
    moderator: !isCustomer,
    ticket_restriction: isCustomer ? 'requested' : null,
    only_private_comments: false,
    restricted_agent: isCustomer,
    default_group_id: isCustomer ? null : idOf.group(index % 8),
    report_csv: role === 'admin',
  };
}

function nameOf(index: number, name: string): string {
  if (index === 0) return 'Admin Exemple';
  return index % 7 === 5 ? cycle(hostileTexts, Math.floor(index / 7)) : name;
}

function emailOf(index: number, role: string): string | null {
  if (index === 0) return 'admin@exemple.fr';
  if (role === 'agent') return `agent.${String(index)}@exemple.fr`;
  return index % 11 === 10 ? null : `client.${String(index)}@example.test`;
}
