import { Collection } from '../collection';
import type { JsonObject } from '../json';
import { cycle } from '../cycle';

import { organismAt } from './organisms';

const staff = [
  ['Claire Exemple', 'claire@of-exemple.test'],
  ['Loïc Ménard', 'Loic.Menard@OF-Exemple.test'],
  ['@admin', 'admin+wedof@of-exemple.test'],
  ['Zoé N’Diaye 🎓', ' zoe@of-exemple.test '],
] as const;

/** The people who work in the account; the first of them owns the key. */
export function createUsers(): Collection {
  return new Collection({
    size: staff.length,
    facts: () => ({}),
    key: ({ index }) => user(index).email,
    build: ({ index }) => user(index),
    edit: (turn) => ({ name: `Prénom Nom ${String(turn)}` }),
  });
}

function user(index: number): JsonObject & { readonly email: string } {
  const [name, email] = cycle(staff, index);
  return {
    name: index < staff.length ? name : `${name} ${String(index)}`,
    email: index < staff.length ? email : `nouveau.${String(index)}@of-exemple.test`,
    roles: index === 0 ? ['ROLE_USER', 'ROLE_ADMIN'] : ['ROLE_USER'],
    phoneNumber: index === 1 ? undefined : null,
    _links: { mainOrganism: organismAt(0) },
  };
}
