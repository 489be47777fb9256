import { Collection, type Slot } from '../collection';
import { french } from '../french';
import { hostileTexts } from '../hostile-texts';
import type { JsonObject } from '../json';
import { certificationLink, certifications } from './catalogue';
import { allAttendees, attendeeOf, folderAttendees, type Attendees } from './attendees';
import { cycle } from '../cycle';
import { chanceOf, DAY, toHref, toIso, type Account } from './account';
import { activityId, certificationCounts, certificationFolderId, registrationFolderOf } from './certification-ids';
import { filesOf } from './files';
import { type RegistrationFolders } from './registration-folders';
import { organismAt } from './organisms';

/** What certification folders are filtered and sorted by. */
export interface CertificationFacts {
  state: string;
  createdOn: number;
  /** When the state last changed; other changes do not move it. */
  stateLastUpdate: number;
  updatedOn: number;
}

export type CertificationFolders = Collection<CertificationFacts>;

export const certificationStates = {
  toRegister: 10,
  registered: 20,
  toTake: 10,
  toControl: 5,
  success: 40,
  toRetake: 4,
  failed: 5,
  refused: 2,
  aborted: 4,
} as const;

/** The account's certification folders: what a candidate and a certifier agree on. */
export function createCertificationFolders(
  account: Account,
  attendees: Attendees,
  registrationFolders: RegistrationFolders,
): CertificationFolders {
  return new Collection<CertificationFacts>({
    size: certificationCounts(account).all,
    facts: (index, now) => certificationFacts(account, index, now),
    key: ({ index }) => certificationFolderId(index),
    build: (slot) => certificationFolder(account, attendees, registrationFolders, slot),
    edit: (turn) => ({ comment: `Modifié ${String(turn)} ${cycle(hostileTexts, turn)}` }),
    stamp(facts, now, turn) {
      facts.updatedOn = now;
      if (turn % 2 === 0) facts.stateLastUpdate = now;
    },
  });
}

function certificationFacts(account: Account, index: number, now?: number): CertificationFacts {
  if (now !== undefined) return { state: 'toRegister', createdOn: now, stateLastUpdate: now, updatedOn: now };
  const chance = chanceOf(account, 'certification facts', index);
  const createdOn = account.today - chance.int(1, 1000 * DAY);
  const stateLastUpdate = createdOn + Math.floor(chance.next() * (account.today - createdOn));
  const updatedOn = stateLastUpdate + Math.floor(chance.next() * (account.today - stateLastUpdate));
  return { state: chance.weighted(certificationStates), createdOn, stateLastUpdate, updatedOn };
}

function certificationFolder(
  account: Account,
  attendees: Attendees,
  registrationFolders: RegistrationFolders,
  { index, facts }: Slot<CertificationFacts>,
): JsonObject {
  const folder = registrationFolderOf(account, index);
  const attendee = folder === undefined ? candidateOf(account, index) : attendeeOf(account, folder);
  const id = certificationFolderId(index);
  return {
    id: 2024 + index,
    externalId: id,
    state: facts.state,
    ...examination(account, index, facts),
    stateLastUpdate: toIso(facts.stateLastUpdate),
    createdOn: toIso(facts.createdOn),
    updatedOn: toIso(facts.updatedOn),
    ...exportToCdc(account, index),
    ...accesses(account, index, id),
    files: filesOf(account, 'certification', index),
    tags: cycle([[], undefined, ['session mars']], index),
    attendee: attendees.inCertification(attendee),
    history: history(index, facts),
    _links: links(registrationFolders, folder, index, id),
  };
}

/** Candidates without a registration folder, who are in no other list than that of attendees. */
function candidateOf(account: Account, index: number): number {
  const alone = allAttendees(account) - folderAttendees(account);
  return folderAttendees(account) + (alone === 0 ? 0 : (index - certificationCounts(account).linked) % alone);
}

function examination(account: Account, index: number, facts: CertificationFacts): JsonObject {
  const chance = chanceOf(account, 'examination', index);
  const success = facts.state === 'success';
  const day = facts.stateLastUpdate;
  return {
    type: chance.pick(['CERTIFIE', 'OF', 'POLE_EMPLOI', 'EMPLOYEUR', 'AUTRE']),
    examinationType: chance.chance(0.2) ? null : chance.pick(['A_DISTANCE', 'EN_PRESENTIEL', 'MIXTE']),
    gradePass: success ? chance.pick(['SANS_MENTION', 'MENTION_BIEN', 'MENTION_TRES_BIEN']) : null,
    europeanLanguageLevel: index % 4 === 2 ? chance.pick(['A2', 'B1', 'B2', 'C1', 'INSUFFISANT']) : undefined,
    accessModality: chance.chance(0.3)
      ? null
      : chance.pick(['VAE', 'CANDIDAT_LIBRE', 'EQUIVALENCE_(DIPLOME_ETRANGER)']),
    accessModalityVae: chance.chance(0.9) ? null : 'VAE_CLASSIQUE',
    examinationDate: chance.chance(0.4) ? null : toIso(day),
    examinationEndDate: chance.chance(0.8) ? undefined : toIso(day + 7_200_000),
    enrollmentDate: chance.chance(0.5) ? null : toIso(facts.createdOn).slice(0, 10),
    issueDate: success ? toIso(day) : null,
    expirationDate: success && index % 3 === 0 ? toIso(day + 3 * 365 * DAY).slice(0, 10) : null,
    examinationPlace: chance.chance(0.6) ? null : chance.pick(french.towns)[1],
    examinationCenterZipCode: chance.chance(0.6) ? null : chance.pick(french.towns)[0],
    detailedResult: success ? cycle(['820/1000', '10%', '1/2', 'B2'], index) : null,
    verbatim: index < hostileTexts.length * 2 && index % 2 === 1 ? cycle(hostileTexts, index) : null,
    comment: index % 5 === 1 ? cycle(hostileTexts, index) : '',
    optionName: null,
  };
}

function exportToCdc(account: Account, index: number): JsonObject {
  const chance = chanceOf(account, 'cdc', index);
  const exported = chance.chance(0.4);
  return {
    certifiedData: chance.chance(0.7),
    inTraining: chance.chance(0.2),
    cdcToExport: chance.chance(0.8),
    cdcCompliant: chance.chance(0.5),
    cdcExcluded: chance.chance(0.1),
    cdcState: exported ? chance.pick(['exported', 'processedOk', 'processedKo']) : 'notExported',
    cdcTechnicalId: exported ? chance.digits(20) : null,
    certificateId: exported ? `00${chance.digits(6)}` : null,
    amountHt: chance.chance(0.5) ? null : chance.int(5, 40) * 10,
  };
}

function accesses(account: Account, index: number, id: string): JsonObject {
  const token = chanceOf(account, 'token', index).digits(12);
  return {
    digitalProofLink: index % 3 === 0 ? `https://preuve.example.test/${token}` : null,
    attendeeLink: `https://test.wedof.fr/candidat-${id}-${token}`,
    permalink: `https://test.wedof.fr/dossier-certification-${id}-${token}`,
    addToPassportLink: `https://test.wedof.fr/passeport-${id}-${token}`,
  };
}

function history(index: number, facts: CertificationFacts): JsonObject {
  const history: Record<string, string | null | undefined> = {};
  for (const state of Object.keys(certificationStates)) {
    history[`${state}Date`] = state === facts.state ? toIso(facts.stateLastUpdate) : null;
  }
  history.toRegisterDate = toIso(facts.createdOn);
  history.inTrainingStartedDate = index % 2 === 0 ? undefined : toIso(facts.createdOn);
  history.inTrainingEndedDate = null;
  return history;
}

function links(
  registrationFolders: RegistrationFolders,
  folder: number | undefined,
  index: number,
  id: string,
): JsonObject {
  const acts: Record<string, JsonObject> = { self: { href: toHref('certificationFolders', id) } };
  for (const act of ['register', 'refuse', 'take', 'control', 'retake', 'fail', 'success', 'abort']) {
    acts[act] = { href: toHref('certificationFolders', id, act) };
  }
  // Seeded folders keep their index for good, so the slot of one that was removed can be told from its neighbours.
  const slot = folder === undefined ? undefined : registrationFolders.at(folder);
  return {
    ...acts,
    certification: certificationLink(index),
    registrationFolder: slot && {
      href: toHref('registrationFolders', slot.facts.externalId),
      externalId: slot.facts.externalId,
      type: slot.facts.type,
      state: slot.facts.state,
    },
    partner: organismAt(index % 7 === 6 ? 1 + (index % 4) : 0),
    certifier: organismAt(cycle(certifications, index).certifier),
    activities: { href: toHref('activities', 'CertificationFolder', activityId(index)) },
  };
}
