import type { ExpectedTab } from '../expected/compare-tab';
import { expectTemplate } from '../expected/template';
import { expectWedof } from '../expected/wedof';
import { expectZendesk, zendeskHeaders } from '../expected/zendesk';
import type { FieldHeaders } from '../expected/zendesk-fields';
import type { Accounts } from './start-accounts';

/** What the spreadsheet must hold, and what of it the next sync builds upon. */
export interface Expectation {
  /** By connector and stream, as in `Wedof/users`. */
  readonly tabs: Readonly<Record<string, ExpectedTab>>;
  readonly template: Readonly<Record<string, ExpectedTab>>;
  readonly headers: FieldHeaders;
}

/** What each tab must hold after a sync, where `before` was right before it. */
export async function expectAll(accounts: Accounts, before: Partial<Expectation>): Promise<Expectation> {
  const template = await expectTemplate(accounts.template, before.template);
  const headers = await zendeskHeaders(accounts.zendesk, before.headers);
  const tabs = {
    ...named('Wedof', await expectWedof(accounts.wedof)),
    ...named('Template', template),
    ...named('Zendesk', await expectZendesk(accounts.zendesk, { headers })),
  };
  return { tabs, template, headers };
}

function named(connector: string, tabs: Readonly<Record<string, ExpectedTab>>): Record<string, ExpectedTab> {
  return Object.fromEntries(Object.entries(tabs).map(([stream, tab]) => [`${connector}/${stream}`, tab]));
}
