import { clock } from '../../platform/clock';
import { log } from '../../platform/log';
import { redactSeen } from '../secrets';
import { hasAlertDuties } from './alert-duties';
import { deliverWebhooks } from './deliver-webhooks';
import { sendOwedMails } from './owed-mails';
import { sendWeeklySummary } from './weekly-summary';

/**
 * What the hourly trigger does about alerts, as its owner, `person`: sends the mails that are owed, delivers to webhooks, writes the
 * week's summary; `properties` are the document's. Nothing begins after `until` (milliseconds since 1970). Throws nothing: one does
 * not keep the others from their turn.
 */
export function tickAlerts(properties: Readonly<Record<string, string>>, person: string, until: number): void {
  const hasDuties = hasAlertDuties(properties, person);
  const works = [
    ...(hasDuties ? [sendOwedMails] : []),
    () => {
      sendWeeklySummary(properties, person);
    },
    ...(hasDuties ? [deliverWebhooks] : []),
  ];
  for (const work of works) {
    if (clock.now() > until) return;
    try {
      work(until);
    } catch (error) {
      log(redactSeen(`Alerts: ${String(error)}`));
    }
  }
}
