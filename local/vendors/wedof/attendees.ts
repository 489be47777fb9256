import { Collection } from '../collection';
import { french } from '../french';
import { hostileTexts } from '../hostile-texts';
import { mergeJson, type JsonObject } from '../json';
import { parisMidnight } from '../paris-midnight';
import type { Random } from '../random';
import { cycle } from '../cycle';
import { chanceOf, DAY, isLate, toIso, type Account } from './account';

/** Attendees that only certification folders know come after these. */
export function folderAttendees(account: Account): number {
  return Math.ceil(account.folders * 0.85);
}

/** How many attendees the account starts with. */
export function allAttendees(account: Account): number {
  return folderAttendees(account) + Math.ceil(account.folders * 0.04);
}

/** The attendee of a registration folder; some attendees have several folders. */
export function attendeeOf(account: Account, folder: number): number {
  const count = folderAttendees(account);
  return folder < count ? folder : chanceOf(account, 'attendee of', folder).int(0, Math.max(0, count - 1));
}

/**
 * The people of the account. Each is served in three variants that differ in a few keys: alone, in a registration
 * folder, and in a certification folder.
 */
export class Attendees extends Collection {
  constructor(private readonly account: Account) {
    super({
      size: allAttendees(account),
      facts: () => ({}),
      key: ({ index }) => emailOf(account, index),
      build: ({ index }) => person(account, index, aloneKeys(account, index)),
      edit: (turn) => ({ phoneNumber: `+336${String(turn).padStart(8, '0')}`, firstName: cycle(hostileTexts, turn) }),
    });
  }

  /** The attendee of a registration folder, as that folder embeds it. */
  inRegistration(index: number): JsonObject {
    return this.changed(index, person(this.account, index, registrationKeys(this.account, index)));
  }

  /** The attendee of a certification folder, as that folder embeds it. */
  inCertification(index: number): JsonObject {
    return this.changed(index, person(this.account, index, certificationKeys(this.account, index)));
  }

  /** The attendee with an e-mail address, blanks around it and capitals aside. */
  byEmail(email: string): JsonObject | undefined {
    const slot = this.find(email.trim().toLowerCase());
    return slot === undefined ? undefined : this.read(slot);
  }

  private changed(index: number, attendee: JsonObject): JsonObject {
    const patch = this.at(index)?.patch;
    return patch === undefined ? attendee : mergeJson(attendee, patch);
  }
}

function person(account: Account, index: number, variant: JsonObject): JsonObject {
  const chance = chanceOf(account, 'attendee', index);
  const female = chance.chance(0.5);
  const firstName = chance.chance(0.06)
    ? chance.pick(french.compoundNames)
    : chance.pick(female ? french.women : french.men);
  const born = Date.UTC(chance.int(1958, 2006), chance.int(0, 11), chance.int(1, 28));
  const abroad = chance.chance(0.1);
  return {
    id: 2000 + index,
    lastName: chance.pick(french.surnames),
    firstName:
      index < hostileTexts.length * 3 && index % 3 === 1 ? cycle(hostileTexts, Math.floor(index / 3)) : firstName,
    firstName2: chance.chance(0.7) ? null : chance.pick(french.men),
    firstName3: chance.chance(0.5) ? undefined : null,
    birthName: chance.chance(0.8) ? null : chance.pick(french.surnames),
    email: emailAsTyped(emailOf(account, index), index),
    phoneNumber: phone(chance, index),
    phoneFixed: chance.chance(0.8) ? null : `01${chance.digits(8)}`,
    dateOfBirth:
      index % 5 === 4
        ? null
        : index % 5 === 3
          ? toIso(born).slice(0, 10)
          : toIso(index % 5 === 2 ? parisMidnight(born) : born),
    gender: chance.chance(0.1) ? null : female ? 'female' : 'male',
    nameCityOfBirth: chance.chance(0.4) ? null : chance.pick(french.towns)[1],
    codeCityOfBirth: chance.chance(0.4) ? null : cycle(['2A004', '01053', '06088', '75111'], index),
    nameCountryOfBirth: abroad ? chance.pick(french.countries) : 'FRANCE',
    codeCountryOfBirth: abroad ? `99${chance.digits(3)}` : '100',
    degree: chance.int(1, 8),
    degreeTitle: `BAC+${String(chance.int(0, 5))}`,
    readOnly: chance.chance(0.3),
    cdcCompliant: chance.chance(0.6),
    address: address(chance, index),
    ...variant,
    // Only late records bear it, and no documentation does.
    preferredLanguage: isLate(index, allAttendees(account)) ? 'fr-FR' : undefined,
  };
}

function address(chance: Random, index: number): JsonObject {
  const [roadType, roadTypeLabel] = chance.pick(french.roadTypes);
  const [zipCode, city] = chance.pick(french.towns);
  const number = index % 9 === 8 ? '1/2' : String(chance.int(1, 240));
  const roadName = chance.pick(french.roads);
  return {
    id: chance.chance(0.5) ? null : 90_000 + index,
    number,
    roadType,
    roadTypeLabel,
    roadName,
    repetitionIndex: chance.chance(0.9) ? null : 'B',
    repetitionIndexLabel: chance.chance(0.9) ? null : 'BIS',
    additionalAddress: chance.chance(0.8) ? '' : 'Bât. C, 3e étage',
    // The key itself is missing from some addresses.
    residence: chance.chance(0.5) ? undefined : chance.chance(0.5) ? null : 'Résidence Les Mimosas',
    line4: null,
    postBox: null,
    zipCode,
    city,
    country: chance.chance(0.5) ? 'FRANCE' : null,
    countryCode: chance.chance(0.5) ? 'FR' : null,
    fullAddress: chance.chance(0.4) ? null : `${number} ${roadTypeLabel} ${roadName}\n${zipCode} ${city}`,
    corporateName: null,
    trainingSite: chance.chance(0.7) ? undefined : false,
    informationSite: false,
    subscriptionSite: false,
    idAddress: null,
    reducedMobilityAccessCompliant: chance.chance(0.5) ? null : true,
    reducedMobilityAccessModalities: null,
  };
}

/** The same number in the shapes that vendors pass on: none, national, spaced, without plus, international. */
function phone(chance: Random, index: number): string | null | undefined {
  const digits = `6${chance.digits(8)}`;
  const pairs = digits.slice(1).replace(/(\d\d)(?=\d)/g, '$1 ');
  return cycle(
    [
      `0${digits}`,
      `0${digits.charAt(0)} ${pairs}`,
      `33${digits}`,
      `+33 ${digits.charAt(0)} ${pairs}`,
      null,
      undefined,
      '',
    ],
    index,
  );
}

function emailOf(account: Account, index: number): string {
  const chance = chanceOf(account, 'email', index);
  return `${chance.pick(LOCAL_PARTS)}.${chance.pick(LOCAL_PARTS)}.${String(index)}@example.test`;
}

const LOCAL_PARTS = [...french.women, ...french.surnames].map((name) =>
  name
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase(),
);

function emailAsTyped(email: string, index: number): string {
  return index % 8 === 5 ? ` ${email} ` : index % 8 === 6 ? email.toUpperCase() : email;
}

function registrationKeys(account: Account, index: number): JsonObject {
  const chance = chanceOf(account, 'poleEmploi', index);
  const registered = chance.chance(0.2);
  return {
    poleEmploiId: registered ? `${chance.digits(7)}${cycle(['A', 'E', 'X'], index)}` : null,
    poleEmploiDpt: registered ? cycle(['01', '2A', '067'], index) : null,
    poleEmploiRegionCode: registered ? cycle(['084', '094'], index) : null,
  };
}

function certificationKeys(account: Account, index: number): JsonObject {
  const chance = chanceOf(account, 'employment', index);
  return {
    employmentStatus: chance.chance(0.4) ? null : chance.pick(['salarie', 'demandeurEmploi', 'independant']),
    externalId: chance.chance(0.5) ? null : `APP-${chance.digits(6)}`,
    lastLogin: chance.chance(0.5) ? null : toIso(account.today - chance.int(1, 400 * DAY)),
  };
}

function aloneKeys(account: Account, index: number): JsonObject {
  return { ...registrationKeys(account, index), ...certificationKeys(account, index) };
}
