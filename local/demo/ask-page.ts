import type { Calls } from '../../src/app/rpc';
import type { Page } from '../apps-script/page';

/** What a function of the script answers its page. Throws when the execution does not come to its end. */
export function askPage<N extends keyof Calls>(
  page: Page,
  name: N,
  ...given: Parameters<Calls[N]>
): ReturnType<Calls[N]> {
  const outcome = page.call(name, given);
  if (outcome.status === 'done') return outcome.value as ReturnType<Calls[N]>;
  throw new Error(outcome.status === 'failed' ? outcome.error.stack : `${name}: ${outcome.reason}`);
}
