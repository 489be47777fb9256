import { createCsvArchive } from '../destinations/csv-archive';
import type { Destination } from '../destinations/destination';
import { createTabs } from '../destinations/tabs';
import type { Engine } from '../engine/engine';
import { clock } from '../platform/clock';
import { createDrive } from '../platform/drive';
import { documentLock } from '../platform/locks';
import { log } from '../platform/log';
import { oauthToken } from '../platform/oauth-token';
import { documentStore } from '../platform/property-stores';
import { send } from '../platform/send';
import type { Store, Workbook } from '../platform/services';
import { userEmail } from '../platform/session';
import { openWorkbook } from '../platform/workbook';
import { createAlarm } from './alarm';
import { findConnection } from './connections';
import { TICK } from './dispatch/ticking';
import { withLateness } from './dispatch/lateness';
import { executionEnd } from './execution-end';
import { createHistory } from './history-tab';
import { withLastRuns } from './last-run';
import { openApi, withSecrets } from './open-connection';
import { withRunEnds } from './run-ends';
import { redactSeen } from './secrets';
import { watchStopWish } from './stop-wish';
import { type Language, language } from './words';

/**
 * What this execution syncs with, until Google kills it. `workbook`: the spreadsheet that this script belongs to;
 * `progress` shows whoever waits where the run is.
 */
export function openEngine(workbook: Workbook, progress: Engine['progress'] = () => undefined): Engine {
  const deadline = executionEnd();
  const store = documentStore();
  const tongue = language();
  const tab = createHistory(workbook, tongue, (id) => findConnection(id)?.title ?? id);
  const history = withLastRuns(tab, store, (id) => findConnection(id)?.owner === userEmail());
  return {
    clock,
    store,
    lock: documentLock(),
    alarm: createAlarm('continueSync', TICK),
    archive: createCsvArchive(createDrive(send, oauthToken, clock), store),
    destination: openDestinations(workbook, store, tongue),
    history: withLateness(withRunEnds(history), store, workbook),
    deadline,
    connection: (id) => {
      const found = findConnection(id);
      return found && withSecrets(found);
    },
    open: (connection) => openApi(connection, deadline),
    stopAskedBy: watchStopWish(store, clock),
    progress,
    log: (text) => {
      log(redactSeen(text));
    },
  };
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
