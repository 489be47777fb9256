import { Collection } from '../collection';
import { french } from '../french';
import { hostileTexts } from '../hostile-texts';
import type { JsonObject } from '../json';
import { cycle } from '../cycle';
import { chanceOf, DAY, toHref, toIso, type Account } from './account';
import { certifications } from './catalogue';
import type { CertificationFolders } from './certification-folders';
import { certificationFolderId } from './certification-ids';

export const surveyStates = [
  'created',
  'beforeCertificationSuccess',
  'afterSixMonthsCertificationSuccess',
  'finished',
] as const;

export interface SurveyFacts {
  /** The certification folder, by index; there is one survey for each that is successful. */
  readonly folder: number;
  readonly state: string;
  readonly certifInfo: string;
}

/** What became of the certified: asked at first, after six months, and later. */
export function createSurveys(account: Account, folders: CertificationFolders): Collection<SurveyFacts> {
  const successful = folders.slots.filter(({ facts }) => facts.state === 'success').map(({ index }) => index);
  return new Collection<SurveyFacts>({
    size: successful.length,
    facts: (index) => ({
      folder: successful[index] ?? -1,
      state: cycle(surveyStates, index),
      certifInfo: cycle(certifications, successful[index] ?? 0).certifInfo,
    }),
    key: ({ facts }) => certificationFolderId(facts.folder),
    build: ({ index, facts }) => survey(account, index, facts),
    edit: (turn) => ({ sixMonthExperience: { job: `Métier ${String(turn)}` } }),
  });
}

function survey(account: Account, index: number, { folder, state }: SurveyFacts): JsonObject {
  const asked = account.today - chanceOf(account, 'survey', index).int(1, 600) * DAY;
  return {
    id: 3000 + index,
    state,
    initialExperience: experience(account, index * 3),
    initialExperienceAnsweredDate: state === 'created' ? null : toIso(asked),
    sixMonthExperience: state === 'created' ? null : experience(account, index * 3 + 1),
    sixMonthExperienceStartDate: toIso(asked + 180 * DAY),
    sixMonthExperienceAnsweredDate: state === 'finished' ? toIso(asked + 190 * DAY) : null,
    longTermExperience: state === 'finished' ? experience(account, index * 3 + 2) : undefined,
    longTermExperienceStartDate: toIso(asked + 700 * DAY),
    longTermExperienceAnsweredDate: null,
    _links: {
      self: { href: toHref('surveys', certificationFolderId(folder)) },
      certificationFolder: { href: toHref('certificationFolders', certificationFolderId(folder)) },
    },
  };
}

function experience(account: Account, id: number): JsonObject {
  const chance = chanceOf(account, 'experience', id);
  const start = account.today - chance.int(30, 900) * DAY;
  return {
    id: 60_000 + id,
    qualification: chance.int(3, 8),
    certificationName: chance.chance(0.5) ? null : cycle(certifications, id).name,
    job: chance.chance(0.2) ? cycle(hostileTexts, id) : chance.pick(french.jobs),
    companyName: chance.chance(0.4) ? '' : chance.pick(french.companies),
    salaryYearly: chance.chance(0.3) ? null : chance.int(180, 600) * 100,
    situation: chance.pick(['searching', 'active', 'inactive']),
    contractType: chance.chance(0.4) ? null : chance.pick(['cdi', 'cdd', 'interim', 'independant']),
    executiveStatus: chance.chance(0.2),
    startDate: toIso(start).slice(0, 10),
    endDate: null,
    createdOn: toIso(start),
    updatedOn: toIso(start + DAY),
  };
}
