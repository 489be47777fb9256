import type { ChildProcess } from 'node:child_process';

/** Ends a process; resolves when it is gone, at once when it has ended already. */
export function stopProcess(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) {
      resolve();
      return;
    }
    child.once('exit', () => {
      resolve();
    });
    child.ref();
    child.kill();
  });
}
