import type { Result } from '../rpc';

/** The calls of `rpc.ts` that are about calls from outside. */
export interface RemoteCalls {
  openRemote(): Result<RemoteView>;
  /** Lets callers in with a new secret, which the answer holds and nothing later, or lets nobody in any more. */
  switchRemote(isOn: boolean): Result<RemoteView>;
  /** Makes a new secret in the place of the one there is, which opens nothing any more. */
  rotateRemote(): Result<RemoteView>;
}

/** Whether and how the script can be called from outside. */
export interface RemoteView {
  readonly isOn: boolean;
  /** Where; blank while the script is not deployed as a web app. */
  readonly url: string;
  /** Who switched it on: an e-mail address; blank while it is off. */
  readonly by: string;
  /** Who deployed the web app, where a call has shown that it is somebody else: calls are carried out in their name. */
  readonly runsAs?: string;
  /** When the secret was made. */
  readonly since?: number;
  /** Right after it was made, and never again. */
  readonly secret?: string;
  /** Calls without the right secret since then; absent: none. */
  readonly wrongTries?: { readonly count: number; readonly since: number; readonly last: number };
}
