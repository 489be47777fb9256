import { isJsonObject, toText, type JsonObject } from '../vendors/json';
import type { StartedVendor } from '../vendors/start-vendor';
import type { ExpectedTab } from './compare-tab';
import { flatten, type Cells } from './flatten';
import { readKind, type KindState } from './read-kind';

/** What each tab of a Wedof account must hold, by stream, worked out from the server's own records. */
export async function expectWedof(vendor: StartedVendor): Promise<Readonly<Record<string, ExpectedTab>>> {
  const read = (kind: string): Promise<KindState> => readKind(vendor, kind);
  const list = async (kind: string): Promise<readonly Cells[]> => (await read(kind)).records.map(toCells);
  const registrations = (await read('registrationFolders')).records;
  const certifications = (await read('certificationFolders')).records;
  const folders = [...registrations, ...certifications];
  const organisms = (await read('organisms')).records;
  return {
    registrationFolders: { key: ['externalId'], records: registrations.map(toCells) },
    certificationFolders: { key: ['externalId'], records: certifications.map(toCells) },
    users: { key: ['email'], records: await list('users') },
    trainings: { key: ['externalId'], records: await list('trainings') },
    sessions: { key: ['externalId'], records: await list('sessions') },
    attendees: { key: ['id'], records: attendeesOf(folders) },
    organisms: { key: ['siret'], records: organismsOf(folders, organisms[0]) },
    surveys: { key: ['id'], records: await list('surveys') },
    workingContracts: { key: ['id'], records: await list('workingContracts') },
    // An invoice has no id of the outside world: its own stands in both columns.
    invoices: { key: ['externalId'], records: (await list('invoices')).map(withOwnId) },
    activities: { key: ['id'], records: activitiesOf(await read('activities'), registrations, certifications) },
    payments: { key: ['id'], records: paymentsOf(await read('payments')) },
  };
}

/** Addresses of the API, links that open a file or an account, and numbers of social security and bank accounts. */
function isHidden(field: string): boolean {
  if (field === 'externalLink') return false;
  return /^(href|.*link|nir|iban)$/i.test(field);
}

function toCells(record: JsonObject): Cells {
  return flatten(record, isHidden, ['metadata']);
}

function withOwnId(cells: Cells): Cells {
  return { externalId: `t:${(cells.id ?? '').slice(2)}`, ...cells };
}

/** Each folder shows another part of its attendee. */
function attendeesOf(folders: readonly JsonObject[]): readonly Cells[] {
  const known = new Map<string, Cells>();
  for (const { attendee } of folders) {
    if (!isJsonObject(attendee)) continue;
    const id = toText(attendee.id);
    known.set(id, { ...known.get(id), ...toCells(attendee) });
  }
  return [...known.values()];
}

function organismsOf(folders: readonly JsonObject[], own: JsonObject = {}): readonly Cells[] {
  const known = new Map([[toText(own.siret), toCells(own)]]);
  for (const { _links: links } of folders) {
    if (!isJsonObject(links)) continue;
    for (const link of [links.organism, links.partner, links.certifier]) {
      if (!isJsonObject(link) || link.siret === undefined) continue;
      const siret = toText(link.siret);
      known.set(siret, { ...known.get(siret), ...toCells({ siret, name: link.name }) });
    }
  }
  return [...known.values()];
}

function activitiesOf(
  { records, parents }: KindState,
  registrations: readonly JsonObject[],
  certifications: readonly JsonObject[],
): readonly Cells[] {
  const folders = new Map([
    ...foldersByLink(registrations, 'RegistrationFolder'),
    ...foldersByLink(certifications, 'CertificationFolder'),
  ]);
  return records.map((record, i) => ({ ...toCells(record), ...toCells(folders.get(parents[i] ?? '') ?? {}) }));
}

/** What an activity must say of its folder, by the link under which the folder's activities are served. */
function foldersByLink(folders: readonly JsonObject[], entityClass: string): [string, JsonObject][] {
  return folders.map(({ externalId, _links: links }) => {
    const activities = isJsonObject(links) && isJsonObject(links.activities) ? links.activities : {};
    return [toText(activities.href), { entityClass, entityExternalId: externalId }];
  });
}

function paymentsOf({ records, parents }: KindState): readonly Cells[] {
  return records.map((record, i) => {
    const registrationFolderId = new URL(parents[i] ?? '', 'https://www.wedof.fr').searchParams.get(
      'registrationFolderId',
    );
    return { ...toCells(record), ...toCells({ registrationFolderId }) };
  });
}
