import { readKind } from '../expected/read-kind';
import { toText, type JsonObject } from '../vendors/json';
import type { ControlRequest } from '../vendors/control';
import type { StartedVendor } from '../vendors/start-vendor';
import type { Accounts } from './start-accounts';

/**
 * Lets a day pass at all vendors, at whose end (`now`, milliseconds since 1970) records are changed, made, removed and
 * renamed all over their lists. Returns in words what was done.
 */
export async function changeVendors(accounts: Accounts, now: number): Promise<string> {
  const { wedof, template, zendesk } = accounts;
  await accounts.setClock(now);
  for (const request of WEDOF) await wedof.control(request);
  for (const request of TEMPLATE) await template.control(request);
  for (const request of ZENDESK) await zendesk.control(request);
  await renameAll(zendesk);
  const all = [...WEDOF, ...TEMPLATE, ...ZENDESK];
  const sum = (op: ControlRequest['op']): string =>
    String(
      all.reduce((total, request) => total + (request.op === op && 'count' in request ? (request.count ?? 1) : 0), 0),
    );
  return `${sum('update')} fiches modifiées, ${sum('create')} créées, ${sum('remove')} supprimées et 4 noms changés chez les fournisseurs.`;
}

/** A user, an organisation, a field and an option get other names: no ticket is sent again for that. */
async function renameAll(zendesk: StartedVendor): Promise<void> {
  const first = async (kind: string, isRight: (record: JsonObject) => boolean): Promise<JsonObject> => {
    const found = (await readKind(zendesk, kind)).records.find(isRight);
    if (!found) throw new Error(`There is no such record among ${kind}.`);
    return found;
  };
  const rename = (kind: string, { id }: JsonObject, set: JsonObject): Promise<unknown> =>
    zendesk.control({ op: 'update', kind, keys: [toText(id)], set });
  const [ticket] = (await readKind(zendesk, 'tickets', 0, 1)).records;
  await rename('users', await first('users', ({ id }) => id === ticket?.requester_id), { name: 'Camille Renommée' });
  await rename('organizations', await first('organizations', () => true), { name: 'Société renommée' });
  const field = await first('ticket_fields', ({ type, active }) => type === 'tagger' && active === true);
  const [option, ...others] = (field.custom_field_options ?? []) as readonly JsonObject[];
  const renamed = { ...option, name: 'Option renommée', raw_name: 'Option renommée' };
  const title = 'Champ renommé';
  await rename('ticket_fields', field, { title, raw_title: title, custom_field_options: [renamed, ...others] });
}

const WEDOF: readonly ControlRequest[] = [
  { op: 'update', kind: 'registrationFolders', count: 25 },
  { op: 'create', kind: 'registrationFolders', count: 6 },
  { op: 'update', kind: 'certificationFolders', count: 8 },
  { op: 'create', kind: 'certificationFolders', count: 2 },
  { op: 'update', kind: 'users', count: 1 },
  { op: 'create', kind: 'users', count: 1 },
  { op: 'update', kind: 'trainings', count: 2 },
  { op: 'update', kind: 'sessions', count: 3 },
  { op: 'update', kind: 'surveys', count: 5 },
  { op: 'remove', kind: 'surveys', count: 2 },
  { op: 'update', kind: 'workingContracts', count: 3 },
  { op: 'remove', kind: 'workingContracts', count: 1 },
  { op: 'update', kind: 'invoices', count: 4 },
  { op: 'remove', kind: 'invoices', count: 1 },
];

const TEMPLATE: readonly ControlRequest[] = [
  { op: 'update', kind: 'settings', count: 2 },
  { op: 'update', kind: 'paintings', count: 7 },
  { op: 'create', kind: 'paintings', count: 3 },
  { op: 'remove', kind: 'paintings', count: 2 },
  { op: 'update', kind: 'orders', count: 9 },
  { op: 'create', kind: 'orders', count: 4 },
  { op: 'update', kind: 'users', count: 3 },
  { op: 'create', kind: 'users', count: 2 },
  { op: 'remove', kind: 'users', count: 1 },
  { op: 'update', kind: 'exhibitions', count: 1 },
  { op: 'create', kind: 'custom-requests', count: 2 },
  { op: 'remove', kind: 'custom-requests', count: 1 },
];

const ZENDESK: readonly ControlRequest[] = [
  { op: 'update', kind: 'tickets', count: 30 },
  { op: 'create', kind: 'tickets', count: 12 },
  { op: 'remove', kind: 'tickets', count: 5 },
  { op: 'clock', advanceMs: 3_600_000 },
  { op: 'update', kind: 'tickets', count: 20 },
];
