import type { Account } from '../account';
import { reveal } from '../exposed';
import type { Faithful } from '../faithful';
import { COSTS, type Host } from '../host';
import { firstRun, type Schedule } from '../schedule';
import type { TriggerEvent, TriggerRecord } from '../state';
import { createClockTriggerBuilder } from './clock-trigger-builder';
import { createTrigger } from './trigger';

/** Makes the trigger for one function; a builder's `create` ends here. */
export type Install = (event: TriggerEvent, schedule: Schedule | null, sourceId: string | null) => object;

/**
 * ScriptApp.newTrigger(functionName): clock and spreadsheet triggers (developers.google.com, TriggerBuilder). `own` are
 * those that the user has.
 */
export function createTriggerBuilder(
  host: Host,
  { state, isAddOn }: Account,
  functionName: string,
  own: () => readonly TriggerRecord[],
): object {
  const install: Install = (event, schedule, sourceId) => {
    // Whether a one-shot trigger that has fired still counts is not documented: it is listed, so it counts.
    if (own().length >= MAX_TRIGGERS) host.fail(TOO_MANY);
    if (isAddOn) checkAddOn(host, event, schedule, own());
    const id = String(7_000_000_000_000_000_000n + BigInt((state.lastId += 1)) * 1_000_003n);
    const nextAt = schedule && firstRun(schedule, host.now());
    const owner = { email: host.email, locale: host.locale };
    const record = { id, handler: functionName, event, owner, schedule, sourceId, nextAt };
    state.triggers.push(record);
    return createTrigger(host, record);
  };
  const builder: Faithful<GoogleAppsScript.Script.TriggerBuilder, 'forSpreadsheet' | 'timeBased'> = {
    timeBased: () => createClockTriggerBuilder(host, state.lastId, install),
    forSpreadsheet(target: unknown) {
      const file = reveal(target) as { getId(): string } | undefined;
      return createSpreadsheetTriggerBuilder(host, file ? file.getId() : String(target), install);
    },
  };
  return host.expose('TriggerBuilder', builder);
}

/** Per user and script (developers.google.com, Quotas for Google Services). */
const MAX_TRIGGERS = 20;
const TOO_MANY =
  'This script has too many triggers. Triggers must be deleted from the script before more can be added.';

/**
 * "An add-on can use a time-driven trigger once per hour at most", and "each add-on can only have one trigger of each type,
 * per user, per document" (developers.google.com, Triggers for editor add-ons). The first text from
 * ttsukagoshi/mail-merge-for-gmail#165, the other from execution logs, but for events not documented.
 */
function checkAddOn(host: Host, event: TriggerEvent, schedule: Schedule | null, own: readonly TriggerRecord[]): void {
  if (schedule?.kind === 'minutes')
    host.fail('The recurrence interval for an Add-on trigger must be at least one hour.');
  if (!own.some((trigger) => trigger.event === event)) return;
  const kind = event === 'CLOCK' ? 'time-based' : event.slice('ON_'.length).toLowerCase().replace('_', ' ');
  host.fail(`This add-on has created too many ${kind} triggers in this document for this Google user account.`);
}

function createSpreadsheetTriggerBuilder(host: Host, sourceId: string, install: Install): object {
  let event: TriggerEvent | null = null;
  const on = (next: TriggerEvent) => () => {
    event = next;
    return builder;
  };
  const builder: Faithful<
    GoogleAppsScript.Script.SpreadsheetTriggerBuilder,
    'create' | 'onChange' | 'onEdit' | 'onFormSubmit' | 'onOpen'
  > = {
    create: () => (event === null ? host.fail('The trigger has no event.') : install(event, null, sourceId)),
    onChange: on('ON_CHANGE'),
    onEdit: on('ON_EDIT'),
    onFormSubmit: on('ON_FORM_SUBMIT'),
    onOpen: on('ON_OPEN'),
  };
  return host.expose('SpreadsheetTriggerBuilder', builder, { cost: { create: COSTS.service } });
}
