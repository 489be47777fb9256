import { benchContacts } from './contacts';
import { benchWedof } from './wedof';
import { benchZendesk } from './zendesk';

void main().then((ok) => (process.exitCode = ok ? 0 : 1));

/** Syncs large accounts and holds what that takes against the limits. False when one is broken. */
async function main(): Promise<boolean> {
  const isWedofKept = await benchWedof();
  console.log('');
  const isZendeskKept = await benchZendesk();
  console.log('');
  const areContactsKept = benchContacts();
  const memory = process.resourceUsage().maxRSS / 1024;
  console.log(`\nPeak memory of this process, spreadsheets included: ${memory.toFixed(0)} MB`);
  return isWedofKept && isZendeskKept && areContactsKept;
}
