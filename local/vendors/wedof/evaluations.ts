import { Collection } from '../collection';
import { hostileTexts } from '../hostile-texts';
import { cycle } from '../cycle';
import { chanceOf, DAY, toIso, type Account } from './account';

/** Trainees' opinions, for accounts that have such a list. Its fields are an assumption: none are documented. */
export function createEvaluations(account: Account): Collection {
  return new Collection({
    size: Math.ceil(account.folders / 10),
    facts: () => ({}),
    key: ({ index }) => String(index + 1),
    build: ({ index }) => ({
      id: index + 1,
      score: chanceOf(account, 'evaluation', index).int(1, 5),
      comment: cycle(hostileTexts, index),
      createdOn: toIso(account.today - index * DAY),
    }),
    edit: (turn) => ({ score: turn % 5 }),
  });
}
