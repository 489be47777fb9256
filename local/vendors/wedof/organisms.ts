import { Collection } from '../collection';
import { french } from '../french';
import type { JsonObject } from '../json';
import { cycle } from '../cycle';
import { toHref } from './account';

/** The account's own organism. */
export const OWN_SIRET = '12345678900011';

/** The first is the account's own, the next four its partners, the last three are certifiers. */
const organisms: readonly { readonly siret: string; readonly name: string }[] = [
  { siret: OWN_SIRET, name: 'OF Exemple - Formation & Conseil' },
  { siret: '00345678900024', name: "L'École d'à Côté" },
  { siret: '49876543200035', name: '=Formation+' },
  { siret: '51234567800046', name: 'Académie Élan 🚀' },
  { siret: '80123456700057', name: 'GRETA du Sud-Ouest' },
  { siret: '98765432100022', name: 'Certif & Cie' },
  { siret: '77566202600050', name: 'Ministère du Travail' },
  { siret: '11004401300040', name: "Ministère de l'Éducation nationale" },
];

/** The link to an organism, as folders carry it. */
export function organismAt(index: number): { href: string; name: string; siret: string } {
  const { siret, name } = cycle(organisms, index);
  return { href: toHref('organisms', siret), name, siret };
}

export function createOrganisms(): Collection {
  return new Collection({
    size: organisms.length,
    facts: () => ({}),
    key: ({ index }) => organismAt(index).siret,
    build: ({ index }) => organism(index),
    edit: (turn) => ({ name: `Raison sociale ${String(turn)}` }),
  });
}

function organism(index: number): JsonObject {
  const { siret, name, href } = organismAt(index);
  const [zipCode, city] = cycle(french.towns, index);
  return {
    name,
    siret,
    siren: siret.slice(0, 9),
    address: `${String(index + 1)} RUE ${cycle(french.roads, index)}`,
    postalCode: zipCode,
    city,
    emails: index === 0 ? ['contact@of-exemple.test', 'Compta@OF-Exemple.test '] : [],
    phones: index === 1 ? undefined : ['+33123456789'],
    isTrainingOrganism: index < 5,
    isCertifierOrganism: index >= 5,
    _links: { self: { href } },
  };
}
