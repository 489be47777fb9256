import { clock } from '../../platform/clock';
import { log } from '../../platform/log';
import { redactSeen } from '../secrets';
import { deliverWebhooks } from './deliver-webhooks';
import { sendOwedMails } from './owed-mails';
import { sendWeeklySummary } from './weekly-summary';

/**
 * What the hourly trigger does about alerts, as its owner: sends the mails that are owed, delivers to webhooks, writes the week's
 * summary. Nothing begins after `until` (milliseconds since 1970). Throws nothing: one does not keep the others from their turn.
 */
export function tickAlerts(until: number): void {
  const works: readonly ((until: number) => void)[] = [sendOwedMails, sendWeeklySummary, deliverWebhooks];
  for (const work of works) {
    if (clock.now() > until) return;
    try {
      work(until);
    } catch (error) {
      log(redactSeen(`Alerts: ${String(error)}`));
    }
  }
}
