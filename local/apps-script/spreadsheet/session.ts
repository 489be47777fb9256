import type { Host, Rules } from '../host';
import type { Area } from './area';
import { checkAccess } from './check-access';
import type { Documents } from './documents';
import type { ChartDraft } from './embedded-chart';
import { Refusal } from './refusal';
import { tabById, type MenuTree, type Tab, type Workbook } from './workbook';
import { createWriteBuffer, type WriteBuffer } from './write-buffer';

/** One execution's view of the spreadsheets: what the exposed classes share. */
export interface Session {
  readonly host: Host;
  readonly documents: Documents;
  /** As Host.expose; `target` is what `targetOf` finds again. */
  expose<T extends object>(service: string, methods: T, target: Target, cost?: Rules<T>['cost']): T;
  /** What stands behind an object that a script hands back; throws Google's words when it is of another kind. */
  targetOf<K extends Target['kind']>(handle: unknown, kind: K): Extract<Target, { kind: K }>;
  /** Carries out what waits, then answers: every reading of cells. */
  read<R>(answer: () => R): R;
  /** A tab as handles see it, waiting changes of shape carried out; throws when it was deleted. */
  tab(workbook: Workbook, id: number): Tab;
  /** Keeps a write of cells until the next flush or reading. */
  write(act: () => void): void;
  /** As write, for one that changes the shape of a tab. */
  reshape(act: () => void): void;
  readonly flush: () => void;
}

export type Target =
  | { readonly kind: 'spreadsheet'; readonly workbook: Workbook }
  | { readonly kind: 'sheet'; readonly workbook: Workbook; readonly tabId: number }
  | { readonly kind: 'range'; readonly workbook: Workbook; readonly tabId: number; readonly area: Area }
  | { readonly kind: 'chart'; readonly workbook: Workbook; readonly chart: ChartDraft }
  | { readonly kind: 'criteria'; readonly hiddenValues: readonly string[] }
  | { readonly kind: 'menu'; readonly build: () => MenuTree }
  | { readonly kind: 'other'; readonly workbook?: Workbook };

/** The view of an execution that starts; its unflushed writes arrive when it ends, or are lost with it if so set. */
export function createSession(host: Host, documents: Documents): Session {
  const targets = new WeakMap<object, Target>();
  const buffer = createWriteBuffer();
  endWith(host, documents, buffer);
  return {
    ...{ host, documents, flush: buffer.flush },
    expose(service, methods, target, cost) {
      const check = 'workbook' in target ? accessCheck(targets, target.workbook) : undefined;
      const exposed = host.expose(service, methods, { ...(cost && { cost }), ...(check && { check }) });
      targets.set(exposed, target);
      return exposed;
    },
    targetOf(handle, kind) {
      const target = typeof handle === 'object' && handle !== null ? targets.get(handle) : undefined;
      if (target?.kind !== kind) throw new Refusal(`Invalid argument: ${kind}`);
      return target as Extract<Target, { kind: typeof kind }>;
    },
    read(answer) {
      buffer.flush();
      return answer();
    },
    tab(workbook, id) {
      buffer.flushShape();
      return tabById(workbook, id);
    },
    write(act) {
      checkWritable(host);
      buffer.add(act);
    },
    reshape(act) {
      checkWritable(host);
      buffer.add(act, true);
    },
  };
}

/** What is copied goes into the spreadsheet of the destination. */
function accessCheck(targets: WeakMap<object, Target>, workbook: Workbook): NonNullable<Rules<object>['check']> {
  return (method, [first]) => {
    checkAccess(workbook, method);
    if (method !== 'copyTo' || typeof first !== 'object' || first === null) return;
    const destination = targets.get(first);
    if (destination && 'workbook' in destination) checkAccess(destination.workbook, 'paste');
  };
}

function endWith(host: Host, documents: Documents, buffer: WriteBuffer): void {
  host.onEnd((ending) => {
    if (ending === 'done') passOn(host, buffer.flush);
    else if (ending === 'killed' && documents.unflushed === 'lost') buffer.drop();
    else flushUnheard(buffer.flush);
  });
}

/** Custom functions read only (developers.google.com, "Custom functions in Google Sheets"). */
function checkWritable(host: Host): void {
  if (host.authMode === 'CUSTOM_FUNCTION') throw new Refusal('You do not have permission to perform that action.');
}

function passOn<R>(host: Host, act: () => R): R {
  try {
    return act();
  } catch (error) {
    if (error instanceof Refusal) host.fail(error.message);
    throw error;
  }
}

function flushUnheard(flush: () => void): void {
  try {
    flush();
  } catch (error) {
    // The execution has failed already: nobody is left to hear that a late write was refused.
    if (!(error instanceof Refusal)) throw error;
  }
}
