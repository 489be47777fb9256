import type { Sent } from '../http/with-pace';
import { clock } from '../platform/clock';
import { checkDraft } from './check-draft';
import { checkOwnSecrets, readDrafted } from './drafted';
import { askSystem, type Memory } from './open-connection';
import type { Draft } from './rpc';
import { rememberSecrets } from './secrets';
import { say } from './words';

/**
 * Asks a draft's system who we are: a sentence for the user. Where the draft leaves secrets out, it uses those that its owner
 * has stored. Stores nothing. Throws `SettingsError` for what is missing or wrong, and `SyncError`s as the connector's `check`.
 */
export function testDraft(draft: Draft): string {
  const drafted = readDrafted(draft);
  const { connector } = drafted;
  const settings = { ...drafted.settings, ...drafted.secrets };
  checkOwnSecrets(draft, drafted);
  checkDraft(draft, connector, settings);
  // Somebody waits for the answer: a system that asks for longer has given one.
  const api = askSystem(connector.title, connector.signIn(settings), briefMemory(), clock.now() + 60_000);
  return say(connector.check(api, settings));
}

/** Lasts as long as this execution. */
function briefMemory(): Memory {
  let sent: Sent = {};
  return {
    pacing: {
      read: () => sent,
      write: (latest) => {
        sent = latest;
      },
    },
    tokens: {
      read: () => null,
      write: (token) => {
        if (token) rememberSecrets([token.value]);
      },
    },
  };
}
