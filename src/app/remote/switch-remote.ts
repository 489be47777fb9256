import { clock } from '../../platform/clock';
import { randomBytes } from '../../platform/random-bytes';
import { userEmail } from '../../platform/session';
import { webAppUrl } from '../../platform/web-app';
import { toBase64Url } from '../bytes';
import type { RemoteView } from '../rpc';
import { rememberSecrets } from '../secrets';
import { language, switchLanguage } from '../words';
import { digestOf, readRemote, writeRemote } from './remote-state';
import { forgetWrongTries, readWrongTries } from './wrong-tries';

/** Whether and how the script can be called from outside. */
export function readRemoteView(): RemoteView {
  const state = readRemote();
  const url = webAppUrl() ?? '';
  if (!state) return { isOn: false, url, by: '' };
  const { by, runsAs, since } = state;
  const wrongTries = readWrongTries();
  return {
    ...{ isOn: true, url, by, since },
    ...(runsAs === undefined ? {} : { runsAs }),
    ...(wrongTries ? { wrongTries } : {}),
  };
}

/** Lets callers in with a new secret, which is told this once: its digest alone is kept. An earlier one opens nothing any more. */
export function openToCalls(): RemoteView {
  const secret = toBase64Url(randomBytes(32)).replace(/=+$/, '');
  rememberSecrets([secret]);
  // A caller has no language of an account: answers speak the one that is stored.
  switchLanguage(language());
  writeRemote({ digest: digestOf(secret), by: userEmail(), since: clock.now() });
  forgetWrongTries();
  return { ...readRemoteView(), secret };
}

/** Lets nobody in any more. */
export function closeToCalls(): RemoteView {
  writeRemote(null);
  forgetWrongTries();
  return readRemoteView();
}
