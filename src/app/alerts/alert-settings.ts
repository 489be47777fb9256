import * as v from 'valibot';
import { documentStore } from '../../platform/property-stores';
import { readStored } from '../read-stored';
import type { MailSettings } from './alerts-rpc';

/**
 * Which mails are sent, from the document's properties. Until somebody chose, all mails are sent: an office that has its data synced at night must hear
 * of a failure without having asked, and a Monday without its summary shows that nothing runs any more.
 */
export function alertSettingsIn(properties: Readonly<Record<string, string>>): MailSettings {
  return readStored(SETTINGS, properties[PROPERTY]) ?? { onFailure: true, weekly: true, extra: [] };
}

export function writeAlertSettings(settings: MailSettings): void {
  documentStore().set(PROPERTY, JSON.stringify(settings));
}

const PROPERTY = 'alerts';

const SETTINGS = v.object({
  onFailure: v.boolean(),
  weekly: v.boolean(),
  extra: v.array(v.string()),
});
