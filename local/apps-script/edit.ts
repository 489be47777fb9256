import type { Account } from './account';
import type { Machine, Start } from './machine';
import type { Outcome } from './outcome';
import type { Person } from './person';
import { publicFunctions, type Project } from './project';
import type { TriggerRecord } from './state';

/** One cell of the bound spreadsheet that someone typed into: rows and columns count from 1. */
export interface Edit {
  /** The tab's id. */
  readonly tab: number;
  readonly row: number;
  readonly column: number;
  /** What the cell held, as the event tells it; absent: it was empty. */
  readonly oldValue?: string | undefined;
  /** What it holds now; absent: it was emptied. */
  readonly value?: string | undefined;
}

/** Who has to hear of an edit. */
interface Listeners {
  readonly account: Account;
  readonly project: Project | null;
  readonly run: Machine['run'];
  readonly fire: (trigger: TriggerRecord, given: Pick<Start, 'event' | 'edit'>) => Outcome;
}

/**
 * Runs the simple trigger onEdit for whoever typed, when the project has one, and each installed edit trigger of the bound
 * spreadsheet for its owner (developers.google.com, "Simple triggers" and "Installable triggers").
 */
export function tellOfEdit({ account, project, run, fire }: Listeners, edit: Edit, person: Person): Outcome[] {
  if (!project) return [];
  const isSimple = publicFunctions(project).includes('onEdit');
  const simple = isSimple ? [run(project, 'onEdit', [], { as: 'simple', edit, person })] : [];
  const { boundId } = account.documents;
  const installed = account.state.triggers.filter(({ event, sourceId }) => event === 'ON_EDIT' && sourceId === boundId);
  return [...simple, ...installed.map((trigger) => fire(trigger, { edit, event: { triggerUid: trigger.id } }))];
}
