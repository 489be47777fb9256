import { owedIn } from './owed-mails';
import { webhooksIn } from './webhook';

/** Whether a person's hourly trigger has webhooks to deliver to, or mails to send that could not be sent yet. */
export function hasAlertDuties(properties: Readonly<Record<string, string>>, person: string): boolean {
  return (
    webhooksIn(properties).some(({ owner, state }) => owner === person && state === 'on') ||
    [...owedIn(properties).values()].some(({ by }) => by === person)
  );
}
