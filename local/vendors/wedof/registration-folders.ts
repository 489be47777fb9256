import { Collection, type Slot } from '../collection';
import { french } from '../french';
import { hostileTexts, longText } from '../hostile-texts';
import type { JsonObject } from '../json';
import { actionId, actionOf, sessionOf } from './catalogue';
import { cycle } from '../cycle';
import { chanceOf, isLate, toIso, type Account } from './account';
import { attendeeOf, type Attendees } from './attendees';
import { filesOf } from './files';
import { folderFacts, stampFolder, type FolderFacts } from './folder-facts';
import { folderHistory } from './folder-history';
import { folderLinks } from './folder-links';
import { trainingActionInfo } from './training-action-info';

export type RegistrationFolders = Collection<FolderFacts>;

/** The account's registration folders: what a trainee, a training and a financer agree on. */
export function createRegistrationFolders(account: Account, attendees: Attendees): RegistrationFolders {
  return new Collection<FolderFacts>({
    size: account.folders,
    facts: (index, now) => folderFacts(account, index, now),
    key: ({ facts }) => facts.externalId,
    build: (slot) => folder(account, attendees, slot),
    edit: (turn) => ({
      notes: `Relance n° ${String(turn)} ${cycle(hostileTexts, turn)}`,
      completionRate: turn % 101,
      trainingActionInfo: { trainingCompletionRate: turn % 101 },
    }),
    stamp: stampFolder,
  });
}

/** What a folder costs, in euros with all taxes. */
export function folderPrice(account: Account, index: number): number {
  const chance = chanceOf(account, 'price', index);
  return chance.int(15, 350) * 10 + (index % 10 === 0 ? 0.55 : 0);
}

/** Whether the folder has been invoiced, and under which number. */
export function billNumber({ index, facts }: Slot<FolderFacts>): string | null {
  if (facts.billingState !== 'billed' && facts.billingState !== 'paid') return null;
  return index % 6 === 0 ? String(index + 1).padStart(6, '0') : `FA-${String(2024 + (index % 3))}-${String(index + 1)}`;
}

function folder(account: Account, attendees: Attendees, slot: Slot<FolderFacts>): JsonObject {
  const { index, facts } = slot;
  const chance = chanceOf(account, 'folder body', index);
  const id = facts.externalId;
  const token = chance.digits(12);
  const session = sessionOf(account, index);
  return {
    externalId: id,
    type: facts.type,
    state: facts.state,
    attendeeState: chance.chance(0.1) ? undefined : 'serviceDoneNotDeclared',
    billingState: facts.billingState,
    controlState: facts.controlState,
    lastUpdate: toIso(facts.lastUpdate),
    createdOn: toIso(facts.createdOn),
    updatedOn: toIso(facts.updatedOn),
    withPoleEmploi: facts.type === 'poleEmploi',
    isAllowActions: chance.chance(0.9),
    dataProviderId: chance.chance(0.7) ? null : chance.digits(19),
    attendeeLink: `https://test.wedof.fr/apprenant-${id}-${token}`,
    permalink: `https://test.wedof.fr/dossier-formation-${id}-${token}`,
    externalLink:
      facts.type === 'cpf' ? `https://www.of.moncompteformation.gouv.fr/espace-prive/html/#/dossiers/${id}` : '',
    ...amounts(account, slot),
    ...texts(account, index),
    completionRate: chance.chance(0.3) ? null : chance.int(0, 100),
    files: filesOf(account, 'registration', index),
    tags: tags(index),
    metadata: metadata(account, index),
    attendee: attendees.inRegistration(attendeeOf(account, index)),
    history: folderHistory(account, index, facts),
    trainingActionInfo: trainingActionInfo(account, slot, folderPrice(account, index)),
    _links: folderLinks(account, index, id, { session, action: actionId(actionOf(account, session)) }),
    ...undocumented(account, index),
  };
}

function amounts(account: Account, slot: Slot<FolderFacts>): JsonObject {
  const price = folderPrice(account, slot.index);
  const number = billNumber(slot);
  const net = number === null ? null : Math.round((price / 1.2) * 100) / 100;
  return {
    billId: number === null ? null : String(700_000 + slot.index),
    billNumber: number,
    amountHtNet: net,
    amountToInvoice: slot.index % 11 === 0 ? undefined : price,
    amountCGU: number === null ? null : 0,
    amountTtc: number === null ? null : price,
    amountHt: net,
    vatHtAmount5: null,
    vatAmount5: null,
    vatHtAmount20: net,
    vatAmount20: net === null ? null : Math.round((price - net) * 100) / 100,
  };
}

function texts(account: Account, index: number): JsonObject {
  const chance = chanceOf(account, 'folder texts', index);
  const plain = chance.chance(0.5) ? '' : `${chance.pick(french.phrases)} ${chance.pick(french.phrases)}`;
  const hostile = index < hostileTexts.length || chance.chance(0.15);
  return {
    notes: account.longNote && index === 5 ? longText() : hostile ? cycle(hostileTexts, index) : plain,
    description: index % 13 === 12 ? undefined : index % 4 === 3 ? cycle(hostileTexts, index * 7) : plain,
  };
}

function tags(index: number): readonly string[] | undefined {
  return cycle([[], ['relance'], ['VIP', 'à rappeler'], undefined, ['=cmd', '007']], index);
}

/** Keys that users make up themselves, such as one that is a formula or has a dot in it. */
function metadata(account: Account, index: number): JsonObject | undefined {
  if (index % 10 !== 4) return undefined;
  const late = isLate(index, account.folders);
  return { reference: `00${String(index)}`, 'prix.négocié': index, ...(late ? { '=1+1': '=1+1' } : {}) };
}

/** Fields that no documentation knows, on late records only; one of them hides what must never be stored. */
function undocumented(account: Account, index: number): JsonObject {
  if (!isLate(index, account.folders) || index % 3 !== 0) return {};
  return {
    fundingTrace: {
      phase: index % 5,
      label: cycle(hostileTexts, index),
      refund: { iban: 'FR7630006000011234567890189' },
    },
    aiScore: index / 7,
  };
}
