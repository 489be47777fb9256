import { SettingsError } from '../core/errors';
import type { Words } from '../core/model';
import { createCsvArchive } from '../destinations/csv-archive';
import type { Destination } from '../destinations/destination';
import { createTabs } from '../destinations/tabs';
import type { Engine, Outcome, RunOptions } from '../engine/engine';
import { activeRun, resumeRun, startRun } from '../engine/run';
import { clock } from '../platform/clock';
import { createDrive } from '../platform/drive';
import { documentLock } from '../platform/locks';
import { log } from '../platform/log';
import { oauthToken } from '../platform/oauth-token';
import { documentStore } from '../platform/property-stores';
import { isWatched, toast } from '../platform/screen';
import { send } from '../platform/send';
import type { Store, Workbook } from '../platform/services';
import { userEmail } from '../platform/session';
import { openWorkbook } from '../platform/workbook';
import { alarm } from './alarm';
import { allConnections, findConnection } from './connections';
import { createHistory } from './history-tab';
import { openApi, withSecrets } from './open-connection';
import type { RunView } from './rpc';
import { toRunView } from './run-view';
import { redactSeen } from './secrets';
import { type Language, language, say } from './words';

/**
 * Syncs connections, in the order of their ids here; without ids all of them. Returns how far it came: a paused run goes
 * on by itself. Throws `SettingsError` when there is nothing to sync.
 */
export function runConnections(ids?: readonly string[], options?: RunOptions): RunView {
  const chosen = ids ?? allConnections().map(({ id }) => id);
  if (chosen.length === 0) throw nothingToSync();
  const person = userEmail();
  return run((engine) => runOfSomeoneElse(engine.store, person) ?? startRun(engine, chosen, person, options));
}

/** Goes on with a run that was paused or killed; one that has ended meanwhile leaves nothing to do. */
export function continueRun(): RunView {
  return run(resumeRun);
}

/** Google kills an execution at six minutes; loading the script is not on our own clock. */
const EXECUTION_MS = 6 * 60_000 - 5_000;
/** Longer than any pause of a run that still goes on. */
const ABANDONED_MS = 24 * 3_600_000;

function run(work: (engine: Engine) => Outcome): RunView {
  const deadline = clock.now() + EXECUTION_MS;
  const workbook = openWorkbook();
  const store = documentStore();
  const tongue = language();
  const outcome = work({
    clock,
    store,
    lock: documentLock(),
    alarm,
    archive: createCsvArchive(createDrive(send, oauthToken, clock), store),
    destination: openDestinations(workbook, store, tongue),
    history: createHistory(workbook, tongue, (id) => findConnection(id)?.title ?? id),
    deadline,
    connection: (id) => {
      const found = findConnection(id);
      return found && withSecrets(found);
    },
    open: (connection) => openApi(connection, deadline),
    progress: isWatched() ? showProgress : () => undefined,
    log: (text) => {
      log(redactSeen(text));
    },
  });
  return toRunView(outcome, workbook, tongue);
}

/** The tabs of each spreadsheet, opened once in an execution. */
function openDestinations(bound: Workbook, store: Store, tongue: Language): Engine['destination'] {
  const opened = new Map<string | null, Destination>();
  return ({ spreadsheet }) => {
    const workbook = (): Workbook => (spreadsheet === null ? bound : openWorkbook(spreadsheet));
    const tabs = opened.get(spreadsheet) ?? createTabs(workbook(), store, tongue);
    opened.set(spreadsheet, tabs);
    return tabs;
  };
}

/** A paused run needs the secrets of who started it: nobody else can go on with it, until it counts as abandoned. */
function runOfSomeoneElse(store: Store, person: string): Outcome | null {
  const paused = activeRun(store);
  if (!paused || paused.by === person || clock.now() - paused.beat > ABANDONED_MS) return null;
  return { state: 'running', since: paused.startedAt, by: paused.by };
}

function showProgress(words: Words): void {
  toast(say(words), 'Sync', 30);
}

function nothingToSync(): SettingsError {
  return new SettingsError('connector', 'There is no connection yet', {
    fr: 'Aucune connexion pour l’instant. Ajoutez-en une : menu Sync > Configurer.',
    en: 'There is no connection yet. Add one: menu Sync > Set up.',
  });
}
