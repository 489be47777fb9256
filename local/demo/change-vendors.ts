import type { ControlRequest } from '../vendors/control';
import type { StartedVendor } from '../vendors/start-vendor';

/**
 * Lets a day pass at both vendors, at whose end (`now`, milliseconds since 1970) records are changed, made and removed all
 * over their lists. Returns in words what was done.
 */
export async function changeVendors(wedof: StartedVendor, template: StartedVendor, now: number): Promise<string> {
  for (const vendor of [wedof, template]) await vendor.control({ op: 'clock', now: new Date(now).toISOString() });
  for (const request of WEDOF) await wedof.control(request);
  for (const request of TEMPLATE) await template.control(request);
  const all = [...WEDOF, ...TEMPLATE];
  const sum = (op: ControlRequest['op']): string =>
    String(
      all.reduce((total, request) => total + (request.op === op && 'count' in request ? (request.count ?? 1) : 0), 0),
    );
  return `${sum('update')} fiches modifiées, ${sum('create')} créées, ${sum('remove')} supprimées chez les fournisseurs.`;
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
