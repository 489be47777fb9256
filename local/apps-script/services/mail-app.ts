import type { Faithful } from '../faithful';
import { COSTS, type Host } from '../host';
import type { Quotas } from '../quotas';
import type { State } from '../state';

interface Message {
  readonly to?: string | undefined;
  readonly subject?: string | undefined;
  readonly body?: string | undefined;
}

/** MailApp: mails go to the machine's list of sent mails; each recipient counts (developers.google.com, MailApp). */
export function createMailApp(host: Host, state: State, quotas: Quotas): object {
  const service: Faithful<GoogleAppsScript.Mail.MailApp, 'getRemainingDailyQuota' | 'sendEmail'> = {
    getRemainingDailyQuota: () => quotas.left('email', host.now()),
    sendEmail(first: string | Message, ...rest: unknown[]) {
      const message = typeof first === 'string' ? fromParts(first, rest) : first;
      const to = message.to ?? '';
      const recipients = to.split(',').filter((address) => address.trim() !== '');
      if (recipients.length === 0) host.fail('Failed to send email: no recipient');
      host.spend('email', recipients.length);
      state.mails.push({ to, subject: message.subject ?? '', body: message.body ?? '', at: host.now() });
    },
  };
  return host.expose('MailApp', service, { cost: { getRemainingDailyQuota: COSTS.service, sendEmail: COSTS.service } });
}

/** `(to, subject, body)`, `(to, subject, body, options)` or `(to, replyTo, subject, body)`. */
function fromParts(to: string, rest: readonly unknown[]): Message {
  const texts = rest.filter((part) => typeof part === 'string').slice(-2);
  return { to, subject: texts[0], body: texts[1] };
}
