import type { Faithful } from '../faithful';
import { COSTS, type Host } from '../host';
import type { Quotas } from '../quotas';
import type { Mail, State } from '../state';

/**
 * MailApp: mails go to the machine's list of sent mails; each recipient counts, whether in `to`, `cc` or `bcc`
 * (developers.google.com, MailApp; Quotas for Google Services). Attachments are left out.
 */
export function createMailApp(host: Host, state: State, quotas: Quotas): object {
  const service: Faithful<GoogleAppsScript.Mail.MailApp, 'getRemainingDailyQuota' | 'sendEmail'> = {
    getRemainingDailyQuota: () => quotas.left('email', host.now()),
    sendEmail(first: string | Message, ...rest: unknown[]) {
      const message = typeof first === 'string' ? fromParts(first, rest) : first;
      const { to = '', cc = '', bcc = '', subject = '', body = '', htmlBody = '' } = message;
      const recipients = [to, cc, bcc].flatMap(addressesOf);
      if (recipients.length === 0) host.fail('Failed to send email: no recipient');
      const invalid = recipients.find((address) => !ADDRESS.test(address));
      if (invalid !== undefined) host.fail(`Invalid email: ${invalid}`);
      if (recipients.length > MOST_RECIPIENTS) host.fail('Limit Exceeded: Email Recipients Per Message.');
      if (subject.length > MOST_SUBJECT) host.fail('Argument too large: subject');
      const size = Math.max(Buffer.byteLength(body), Buffer.byteLength(htmlBody));
      if (size > MOST_BODY) host.fail('Limit Exceeded: Email Body Size.');
      host.spend('email', recipients.length);
      const options = Object.entries(message).filter(([name, value]) => OPTIONS.has(name) && value !== undefined);
      state.mails.push({ from: host.email, to, subject, body, ...Object.fromEntries(options), at: host.now() });
    },
  };
  return host.expose('MailApp', service, { cost: { getRemainingDailyQuota: COSTS.service, sendEmail: COSTS.service } });
}

type Options = Pick<Mail, 'cc' | 'bcc' | 'replyTo' | 'htmlBody' | 'name' | 'noReply'>;

interface Message extends Options {
  readonly to?: string | undefined;
  readonly subject?: string | undefined;
  readonly body?: string | undefined;
}

const OPTIONS: ReadonlySet<string> = new Set<keyof Options>(['cc', 'bcc', 'replyTo', 'htmlBody', 'name', 'noReply']);

const ADDRESS = /^(?:[^<>]*<)?[^\s@<>]+@[^\s@<>.]+(?:\.[^\s@<>.]+)+>?$/;

/** Per message (Quotas for Google Services); of a Workspace account's 400 KB the smaller figure. */
const MOST_RECIPIENTS = 50;
const MOST_BODY = 200 * 1024;
/** Characters, as scripts report; not documented. */
const MOST_SUBJECT = 250;

/** `(to, subject, body)`, `(to, subject, body, options)` or `(to, replyTo, subject, body)`. */
function fromParts(to: string, rest: readonly unknown[]): Message {
  const texts = rest.filter((part) => typeof part === 'string');
  const [subject, body] = texts.slice(-2);
  const options = Object(rest.find((part) => typeof part === 'object')) as Options;
  return { ...options, ...(texts.length > 2 ? { replyTo: texts[0] } : {}), to, subject, body };
}

function addressesOf(list: string): string[] {
  return list
    .split(',')
    .map((address) => address.trim())
    .filter((address) => address !== '');
}
