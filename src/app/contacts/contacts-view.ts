import { findClientSheet } from '../../contacts/client-sheet';
import { hasPeople } from '../../platform/people';
import { documentStore } from '../../platform/property-stores';
import { userEmail } from '../../platform/session';
import { openWorkbook } from '../../platform/workbook';
import type { ContactsSettings, ContactsView } from '../rpc';
import { say } from '../words';
import { contactsIn, type ContactsSetup } from './contacts-store';
import { toMetrics } from './run-words';

/** All that the view shows first. Asks Google Contacts nothing. */
export function readContactsView(): ContactsView {
  const { setup, last, run } = contactsIn(documentStore().all());
  const tally = last?.tally;
  return {
    settings: setup && toSettings(setup),
    owner: setup?.owner ?? '',
    isMine: setup === null || setup.owner === userEmail(),
    service: hasPeople() ? 'on' : 'off',
    tab: findClientSheet(openWorkbook())?.name() ?? '',
    counts: tally ? { clients: tally.clients, linked: tally.linked, held: tally.held } : null,
    last: last && {
      startedAt: last.startedAt,
      status: last.status,
      metrics: toMetrics(last.tally, last.duration),
      message: say(last.message),
    },
    ...(run ? { resumesAt: run.until } : {}),
    choices: tally?.choices ?? 0,
  };
}

function toSettings({ label, direction, tie, hourly, atOnce }: ContactsSetup): ContactsSettings {
  return { scope: label ? { kind: 'label', name: label.name } : { kind: 'all' }, direction, tie, hourly, atOnce };
}
