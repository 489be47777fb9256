import type { Slot } from '../collection';
import { french } from '../french';
import { hostileTexts } from '../hostile-texts';
import type { JsonObject } from '../json';
import { cycle } from '../cycle';
import { chanceOf, DAY, toHref, toIso, type Account } from './account';
import type { CertificationFacts, CertificationFolders } from './certification-folders';
import { activityId } from './certification-ids';
import type { FolderFacts } from './folder-facts';
import { Nested, type Family } from './nested';
import { type RegistrationFolders } from './registration-folders';

/** The activities and tasks of both kinds of folders; there is no list over all of them. */
export interface Activities {
  readonly kind: Nested<FolderFacts, CertificationFacts>;
  readonly registration: Family<FolderFacts>;
  readonly certification: Family<CertificationFacts>;
}

export function createActivities(account: Account, rf: RegistrationFolders, cf: CertificationFolders): Activities {
  const registration: Family<FolderFacts> = {
    parents: rf,
    path: (slot) => toHref('activities', 'RegistrationFolder', slot.facts.externalId),
    children: (slot) => activitiesOf(account, 'registration', slot),
  };
  const certification: Family<CertificationFacts> = {
    parents: cf,
    path: ({ index }) => toHref('activities', 'CertificationFolder', activityId(index)),
    children: (slot) => activitiesOf(account, 'certification', slot),
  };
  const kind = new Nested(registration, certification, (turn, now, silent) => ({
    description: `Suite donnée n° ${String(turn)}`,
    ...(silent ? {} : { updatedOn: toIso(now) }),
  }));
  return { kind, registration, certification };
}

const TYPES = ['phone', 'email', 'meeting', 'chat', 'sms', 'training', 'remark', 'file'] as const;

function activitiesOf(
  account: Account,
  side: 'registration' | 'certification',
  { index, facts }: Slot<FolderFacts | CertificationFacts>,
): readonly JsonObject[] {
  const chance = chanceOf(account, `${side} activities`, index);
  const count = chance.int(0, side === 'registration' ? 4 : 2);
  return Array.from({ length: count }, (_, at) => {
    const id = (side === 'registration' ? 20_000_000 : 40_000_000) + index * 4 + at;
    const createdOn = facts.createdOn + at * DAY;
    return {
      id,
      title: chance.chance(0.2) ? cycle(hostileTexts, id) : chance.pick(french.phrases),
      type: chance.pick(TYPES),
      description: chance.chance(0.3) ? null : cycle(hostileTexts, index + at),
      qualiopiIndicators: chance.chance(0.7) ? [] : [chance.int(1, 16), chance.int(17, 32)],
      userEmail: chance.chance(0.4) ? null : 'claire@of-exemple.test',
      eventTime: toIso(createdOn),
      eventEndTime: chance.chance(0.5) ? undefined : toIso(createdOn + 1_800_000),
      dueDate: chance.chance(0.6) ? null : toIso(createdOn + 7 * DAY),
      link: null,
      origin: chance.chance(0.5) ? 'manual' : 'automatic',
      createdOn: toIso(createdOn),
      updatedOn: toIso(createdOn),
    };
  });
}
