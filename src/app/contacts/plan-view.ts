import type { Action, Change } from '../../contacts/action';
import { conflictsOf, nameOf } from '../../contacts/apply-updates';
import { FIELDS, type Fields } from '../../contacts/fields';
import { project, referenceOf } from '../../contacts/project';
import { reconcile } from '../../contacts/reconcile';
import type { SyncRequest } from '../../contacts/settings';
import { readSides } from '../../contacts/sides';
import { holdStatus, titleOf } from '../../contacts/status-of';
import { translating } from '../../contacts/sync-contacts';
import type { Words } from '../../core/model';
import type { PlanLine, PlanView } from '../rpc';
import { language, say } from '../words';
import { guardWords } from './guard-words';
import { openContactsSync } from './open-sync';

/** What a sync would do now, as a table. Writes nothing, and remembers nothing. */
export function previewPlan(request: SyncRequest = {}): PlanView {
  const sync = openContactsSync();
  const { plan, policy, rows, mirror, ledger } = translating(() => readSides(sync, request, 'dry'));
  const guard = plan.guard ? say(guardWords(plan.guard)) : null;
  // With a guard there is no plan: what it keeps from happening is shown all the same.
  const { actions } =
    guard === null ? plan : reconcile(rows, mirror.contacts(), ledger.links(), { ...policy, force: true });
  const lines = actions.flatMap(toLines);
  return {
    ...(guard === null ? {} : { guard }),
    canForce: guard !== null && !policy.force,
    summary: say(summaryOf(actions, rows.length)),
    lines: lines.slice(0, MOST_LINES),
    more: Math.max(0, lines.length - MOST_LINES),
  };
}

const MOST_LINES = 200;

function summaryOf(actions: readonly Action[], rows: number): Words {
  const created = actions.flatMap((action) => (action.kind === 'create' ? [action.side] : []));
  const contacts = created.filter((side) => side === 'google').length;
  const added = created.length - contacts;
  const changed = actions.filter((action) => 'changes' in action && action.changes.length > 0).length;
  const held = actions.filter(({ kind }) => kind === 'hold').length;
  return {
    fr: `Clients dans l’onglet : ${rows}. À faire : contacts à créer dans Google ${contacts}, lignes à ajouter ${added}, clients à mettre à jour ${changed}, en attente ${held}.`,
    en: `Clients in the tab: ${rows}. To do: contacts to make in Google ${contacts}, rows to add ${added}, clients to update ${changed}, waiting ${held}.`,
  };
}

function toLines(action: Action): readonly PlanLine[] {
  switch (action.kind) {
    case 'create': {
      const what = action.side === 'google' ? NEW_CONTACT : NEW_ROW;
      return [{ ...line(action.side, what, action.fields), after: filled(action.fields) }];
    }
    case 'update':
    case 'conflict': {
      const conflicts = conflictsOf(action);
      return action.changes.map((change) => ({
        ...line(change.side, conflicts.includes(change.field) ? CONFLICT : CHANGE, action.client.fields),
        ...toChange(change),
      }));
    }
    case 'hold': {
      const fields =
        action.client?.fields ?? (action.contact ? project(action.contact, referenceOf(null)) : action.link?.base);
      return action.reason === 'archived' || !fields ? [] : [{ ...line('held', holdStatus(action), fields) }];
    }
    case 'remove':
      return [];
  }
}

const NEW_CONTACT: Words = { fr: 'nouveau contact', en: 'new contact' };
const NEW_ROW: Words = { fr: 'nouvelle ligne', en: 'new row' };
const CHANGE: Words = { fr: 'modification', en: 'change' };
const CONFLICT: Words = { fr: 'conflit', en: 'conflict' };

function line(side: PlanLine['side'], action: Words, fields: Fields): PlanLine {
  return { side, action: say(action), client: nameOf({ fields }), field: '', before: '', after: '' };
}

function toChange({ field, from, to }: Change): Pick<PlanLine, 'field' | 'before' | 'after'> {
  return { field: titleOf(field, language()), before: from, after: to };
}

function filled(fields: Fields): string {
  return FIELDS.map((field) => fields[field])
    .filter(Boolean)
    .join(' · ');
}
