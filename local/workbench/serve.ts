import { SITE, startAccounts } from '../demo/start-accounts';
import { openWorkbench } from './open-workbench';
import { readArguments, USAGE, type Wish } from './read-arguments';

// The command behind `npm start`. Ctrl-C ends the process at once, and with it the servers that it has started.

process.on('unhandledRejection', (reason) => {
  // A promise that a script forgot is no reason to end.
  process.stderr.write(`Uncaught (in promise) ${String(reason)}\n`);
});

const wish = readArguments(process.argv.slice(2), process.cwd());
if (typeof wish === 'string') refuse(`${wish}\n\n${USAGE}`, 2);
else void serve(wish);

async function serve({ port, isReal, speed, project, now = Date.now(), sizes }: Wish): Promise<void> {
  const accounts = isReal ? null : await startAccounts(new Date(now).toISOString(), sizes);
  try {
    const url = `http://localhost:${String(await openWorkbench(port, { speed, project, now, routes: accounts?.routes ?? null }))}`;
    process.stdout.write(
      `The workbench is at ${url}, its web app at ${url}/exec (Ctrl-C stops it).\n${isReal ? '' : ACCOUNTS}`,
    );
    process.send?.({ url });
    process.on('disconnect', () => process.exit(0));
  } catch (error) {
    refuse(`${whyNot(error, port)}\n`, 1);
  }
}

const ACCOUNTS = `
Accounts to connect, on servers of this machine:
  Wedof     key local-wedof-key
  Template  site ${SITE}, key local-template-key
  Zendesk   subdomain acme, client sync, secret local-zendesk-secret
`;

function whyNot(error: unknown, port: number): string {
  const message = error instanceof Error ? error.message : String(error);
  if (message === 'EADDRINUSE') {
    return `Another program uses port ${String(port)}: stop it, or choose another port: npm start -- --port ${String(port + 1)}`;
  }
  return message === 'EACCES' ? `Port ${String(port)} is not allowed: choose one above 1023.` : message;
}

function refuse(message: string, code: number): void {
  process.stderr.write(message);
  const end = (): never => process.exit(code);
  // Whoever has forked this process hears of it before it ends.
  if (process.send) process.send({ error: message.trim() }, end);
  else end();
}
