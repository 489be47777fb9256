import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { Sizes } from '../demo/start-accounts';
import { stopProcess } from '../stop-process';

/** A workbench in a process of its own. */
export interface StartedWorkbench {
  /** Where the spreadsheet is, such as `http://localhost:8080`. */
  readonly url: string;
  /** Ends the process and its vendor servers; resolves when it is gone. */
  stop(): Promise<void>;
}

/** How a workbench is started; the accounts hold as much as in the demo unless told. */
export interface WorkbenchOptions extends Sizes {
  /** 0 by default: any that is free. */
  readonly port?: number;
  /** How many times faster than on Google calls take place; 0 by default: without any waiting. */
  readonly speed?: number;
  /** The folder of the built script; `dist` by default. */
  readonly project?: string;
  /** When its clock starts (ISO 8601); now by default. */
  readonly now?: string;
  /** The real network in place of the vendor servers. */
  readonly real?: boolean;
}

/** Starts a workbench in another process, which ends with this one at the latest. Rejects with what it says when it does not come up. */
export async function startWorkbench({ real, ...options }: WorkbenchOptions = {}): Promise<StartedWorkbench> {
  const given = Object.entries({ port: 0, speed: 0, ...options }).flatMap(([flag, value]) => [
    `--${flag}`,
    String(value),
  ]);
  const words = [...given, ...(real === true ? ['--real'] : [])];
  const child = spawn(process.execPath, ['--import', 'tsx', join(__dirname, 'serve.ts'), ...words], {
    cwd: join(__dirname, '../..'),
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const url = await whenReady(child);
  // It must not keep this process alive; it ends by itself when the channel between them closes.
  child.unref();
  child.channel?.unref();
  return { url, stop: () => stopProcess(child) };
}

function whenReady(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      reject(new Error(`The workbench ended with ${String(code)} before it was ready`));
    });
    child.once('message', (start) => {
      const { url, error } = start as { readonly url?: string; readonly error?: string };
      if (url === undefined) reject(new Error(error));
      else resolve(url);
    });
  });
}
