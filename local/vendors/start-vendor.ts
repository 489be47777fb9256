import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { stopProcess } from '../stop-process';
import type { ControlRequest } from './control';
import type { VendorName, VendorOptions } from './vendors';

/** A vendor's server in a process of its own. */
export interface StartedVendor {
  readonly url: string;
  /** Sends one request to control and returns its answer; throws an Error with what control found wrong. */
  control(request: ControlRequest): Promise<unknown>;
  /** Ends the process; resolves when it is gone. */
  stop(): Promise<void>;
}

export type StartOptions<N extends VendorName> = Partial<VendorOptions[N]> & {
  readonly port?: number;
  /** Default `local-{vendor}-key`. */
  readonly apiKey?: string;
  /** ISO 8601: the server's clock stands still there. Default: the machine's clock. */
  readonly now?: string;
};

/**
 * Starts a vendor's server in another process, which ends with this one at the latest. Resolves when it answers;
 * rejects when it does not come up (what it says goes to stderr).
 */
export async function startVendor<N extends VendorName>(
  name: N,
  options: StartOptions<N> = {},
): Promise<StartedVendor> {
  const flags = Object.entries(options).flatMap(([flag, value]) => [`--${flag}`, JSON.stringify(value)]);
  const child = spawn(process.execPath, ['--import', 'tsx', join(__dirname, 'serve.ts'), name, ...flags], {
    cwd: join(__dirname, '../..'),
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const { url, control } = await whenReady(child);
  // The server must not keep this process alive; it ends by itself when the channel between them closes.
  child.unref();
  child.channel?.unref();
  return { url, control: (request) => postControl(control, request), stop: () => stopProcess(child) };
}

interface Ready {
  readonly url: string;
  readonly control: string;
}

function whenReady(child: ChildProcess): Promise<Ready> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      reject(new Error(`The server ended with ${String(code)} before it was ready`));
    });
    child.once('message', (ready) => {
      resolve(ready as Ready);
    });
  });
}

async function postControl(address: string, request: ControlRequest): Promise<unknown> {
  const response = await fetch(address, { method: 'POST', body: JSON.stringify(request) });
  const answer = (await response.json()) as { ok: boolean; error?: string };
  if (!answer.ok) throw new Error(answer.error);
  return answer;
}
