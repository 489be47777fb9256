import { hostileTexts } from '../../../../local/vendors/hostile-texts';
import { isJsonObject, type JsonObject, toText } from '../../../../local/vendors/json';
import { ask, listOf, vendorOf } from '../ask';

const wedof = vendorOf('wedof', { folders: 300 });
const recordsOf = (kind: string): readonly JsonObject[] => wedof.kinds[kind]?.records(0, Infinity) ?? [];
const folders = recordsOf('registrationFolders').map((record) => JSON.parse(JSON.stringify(record)) as JsonObject);
const partOf = (record: JsonObject, name: string): JsonObject => {
  const part = record[name];
  return isJsonObject(part) ? part : {};
};
const linkOf = (record: JsonObject, name: string): string => toText(partOf(partOf(record, '_links'), name).href);

test('the same seed makes the same account, another seed another', () => {
  const bodyOf = (seed: number): string =>
    ask(vendorOf('wedof', { folders: 20, seed }), '/api/registrationFolders').body;
  expect(bodyOf(4)).toBe(bodyOf(4));
  expect(bodyOf(4)).not.toBe(bodyOf(5));
});

test('a folder is about four kilobytes of JSON', () => {
  const bytes = Buffer.byteLength(JSON.stringify(folders.filter(({ notes }) => toText(notes).length < 50_000)));
  expect(bytes / folders.length).toBeGreaterThan(3500);
  expect(bytes / folders.length).toBeLessThan(5500);
});

describe('ids', () => {
  test('no two folders share a number, and every shape of it occurs', () => {
    const ids = folders.map(({ externalId }) => toText(externalId));
    expect(new Set(ids).size).toBe(300);
    for (const shape of [/^20\d{12}$/, /^00\d+$/, /^\d+E\d\d$/, /^9\d{18}$/, /^OPCO-\d+_/, /^CFA_/, /^ENT-/]) {
      expect(ids.some((id) => shape.test(id))).toBe(true);
    }
  });

  test('a training action has a slash in its id and is found by its link', () => {
    const link = linkOf(folders[0] ?? {}, 'trainingAction');
    expect(link).toContain('%2F');
    expect(JSON.parse(ask(wedof, link).body)).toMatchObject({
      externalId: partOf(folders[0] ?? {}, 'trainingActionInfo').trainingActionId,
    });
  });

  test('every read link of a folder leads somewhere, with a path below /api', () => {
    for (const record of folders.slice(0, 40)) {
      for (const name of ['self', 'session', 'organism', 'payments', 'trainingAction', 'activities']) {
        expect([linkOf(record, name), ask(wedof, linkOf(record, name)).status]).toEqual([linkOf(record, name), 200]);
      }
    }
  });
});

describe('texts', () => {
  const texts = new Set(folders.flatMap(({ notes, description }) => [notes, description]));

  test.each(hostileTexts)('%j stands in some free text', (text) => {
    expect(texts).toContain(text);
  });

  test('one note is longer than a cell holds, unless it is switched off', () => {
    const longest = (records: readonly JsonObject[]): number =>
      Math.max(...records.map(({ notes }) => toText(notes).length));
    expect(longest(folders)).toBeGreaterThan(50_000);
    expect(
      longest(vendorOf('wedof', { folders: 30, longNote: false }).kinds.registrationFolders?.records(0, 30) ?? []),
    ).toBeLessThan(500);
  });

  test('phones come in four shapes, empty, null and absent; e-mails with blanks and capitals', () => {
    const attendees = folders.map((record) => partOf(record, 'attendee'));
    for (const shape of [/^06\d{8}$/, /^06( \d\d){4}$/, /^336\d{8}$/, /^\+33 6( \d\d){4}$/, /^$/]) {
      expect(attendees.some(({ phoneNumber }) => typeof phoneNumber === 'string' && shape.test(phoneNumber))).toBe(
        true,
      );
    }
    expect(attendees.some(({ phoneNumber }) => phoneNumber === null)).toBe(true);
    expect(attendees.some((attendee) => !('phoneNumber' in attendee))).toBe(true);
    expect(attendees.some(({ email }) => toText(email).endsWith(' '))).toBe(true);
    expect(attendees.some(({ email }) => /^[A-Z]/.test(toText(email)))).toBe(true);
  });
});

describe('keys', () => {
  test('some keys are absent from some folders and there in others', () => {
    for (const name of ['attendeeState', 'amountToInvoice', 'description', 'tags', 'metadata']) {
      const bearing = folders.filter((record) => name in record).length;
      expect([name, bearing > 0 && bearing < folders.length]).toEqual([name, true]);
    }
  });

  test('fields that no documentation knows come on late folders only', () => {
    const bearing = folders.map((record) => 'fundingTrace' in record);
    expect(bearing.indexOf(true)).toBeGreaterThanOrEqual(270);
  });

  test('the attendee of a registration folder and of a certification folder differ in a few keys', () => {
    const inRegistration = partOf(folders[0] ?? {}, 'attendee');
    const inCertification = partOf(recordsOf('certificationFolders')[0] ?? {}, 'attendee');
    expect(inCertification.id).toBe(inRegistration.id);
    expect(Object.keys(inRegistration)).toContain('poleEmploiId');
    expect(Object.keys(inCertification)).not.toContain('poleEmploiId');
    expect(Object.keys(inCertification)).toContain('employmentStatus');
  });

  test('some people are in certification folders only', () => {
    const known = new Set(folders.map((record) => partOf(record, 'attendee').id));
    const candidates = recordsOf('certificationFolders').map((record) => partOf(record, 'attendee').id);
    expect(candidates.some((id) => !known.has(id))).toBe(true);
  });
});

describe('dates', () => {
  test('sessions begin at midnight UTC or at midnight in France, which is the evening before', () => {
    const starts = folders.map((record) => toText(partOf(record, 'trainingActionInfo').sessionStartDate).slice(11));
    expect(new Set(starts)).toEqual(new Set(['00:00:00.000Z', '22:00:00.000Z', '23:00:00.000Z']));
  });

  test('no change is dated after the start of the server', () => {
    expect(folders.every(({ updatedOn }) => toText(updatedOn) < '2026-03-02')).toBe(true);
    expect(folders.every(({ createdOn, updatedOn }) => toText(createdOn) <= toText(updatedOn))).toBe(true);
  });
});

test('social security numbers and bank accounts hide in nested objects of contracts', () => {
  const contract = JSON.stringify(recordsOf('workingContracts')[0]);
  expect(contract).toMatch(/"nir":"\d/);
  expect(contract).toMatch(/"schedule":\[\{[^\]]*"iban":"FR76/);
});

test('an edit of an attendee shows in every folder that embeds it', () => {
  const fresh = vendorOf('wedof', { folders: 20 });
  const [email] = fresh.kinds.attendees?.update({ count: 1 }, { lastName: 'CHANGÉE' }, 0, false) ?? [];
  expect(JSON.parse(ask(fresh, `/api/attendees/${encodeURIComponent(toText(email))}`).body)).toMatchObject({
    lastName: 'CHANGÉE',
  });
  const embedded = listOf(fresh, '/api/registrationFolders').map((record) => partOf(record, 'attendee').lastName);
  expect(embedded).toContain('CHANGÉE');
});
