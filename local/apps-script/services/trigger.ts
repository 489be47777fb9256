import { enumeration } from '../enumeration';
import type { Faithful } from '../faithful';
import type { Host } from '../host';
import type { TriggerRecord } from '../state';

/** ScriptApp.EventType. */
export const EVENT_TYPE = enumeration('CLOCK', 'ON_OPEN', 'ON_EDIT', 'ON_FORM_SUBMIT', 'ON_CHANGE', 'ON_EVENT_UPDATED');

/** ScriptApp.TriggerSource. */
export const TRIGGER_SOURCE = enumeration('SPREADSHEETS', 'CLOCK', 'FORMS', 'DOCUMENTS', 'CALENDAR');

/** A Trigger as scripts see it. */
export function createTrigger(host: Host, record: TriggerRecord): object {
  const trigger: Faithful<
    GoogleAppsScript.Script.Trigger,
    'getEventType' | 'getHandlerFunction' | 'getTriggerSource' | 'getUniqueId'
  > & { getTriggerSourceId(): string | null } = {
    getEventType: () => EVENT_TYPE[record.event],
    getHandlerFunction: () => record.handler,
    getTriggerSource: () => TRIGGER_SOURCE[record.event === 'CLOCK' ? 'CLOCK' : 'SPREADSHEETS'],
    // null for a clock trigger: the typings promise a string.
    getTriggerSourceId: () => record.sourceId,
    getUniqueId: () => record.id,
  };
  return host.expose('Trigger', trigger);
}
