import { isJsonObject, mergeJson, toText, type JsonObject } from './json';
import { createVendorServer } from './server';
import { createVendor, defaults, type VendorName, type VendorOptions } from './vendors';

/**
 * Serves one vendor until the process ends, or until the one that forked it does:
 *
 *     npx tsx local/vendors/serve.ts wedof --port 0 --folders 2000 --seed 1 --now 2026-03-02T09:00:00Z
 *
 * Options are those of the vendor (`VendorOptions`), `--port` (0: any), `--apiKey` and `--now`; values are JSON, or
 * texts. Prints one JSON line when ready: vendor, url, control.
 */
function serve(argv: readonly string[]): void {
  const [name, ...flags] = argv;
  if (!isVendorName(name)) throw new Error(`Expected one of ${Object.keys(defaults).join(', ')}, got ${String(name)}`);
  const { port, apiKey, now, ...own } = readFlags(flags);
  const unknown = Object.keys(own).filter((option) => !(option in defaults[name]));
  if (unknown.length > 0) throw new Error(`Unknown options of ${name}: ${unknown.join(', ')}`);
  const options = mergeJson(toJson(defaults[name]), own) as unknown as VendorOptions[typeof name];
  const server = createVendorServer((clock) => createVendor(name, options, clock), {
    apiKey: apiKey === undefined ? `local-${name}-key` : toText(apiKey),
    ...(typeof now === 'string' ? { now } : {}),
  });
  server.listen(typeof port === 'number' ? port : 0, '127.0.0.1', () => {
    const address = server.address();
    const url = `http://127.0.0.1:${String(typeof address === 'object' ? address?.port : address)}`;
    const ready = { vendor: name, url, control: `${url}/__control` };
    process.stdout.write(`${JSON.stringify(ready)}\n`);
    process.send?.(ready);
  });
  process.on('disconnect', () => process.exit(0));
}

function isVendorName(name: string | undefined): name is VendorName {
  return name !== undefined && name in defaults;
}

function readFlags(flags: readonly string[]): JsonObject {
  const entries: [string, JsonObject[string]][] = [];
  for (let at = 0; at < flags.length; at += 2) {
    const [flag = '', value] = flags.slice(at, at + 2);
    if (!flag.startsWith('--') || value === undefined) throw new Error(`Expected --name value, got ${flag}`);
    entries.push([flag.slice(2), readValue(value)]);
  }
  return Object.fromEntries(entries);
}

function readValue(text: string): JsonObject[string] {
  try {
    return JSON.parse(text) as JsonObject[string];
  } catch {
    return text;
  }
}

function toJson(options: VendorOptions[VendorName]): JsonObject {
  const json: unknown = JSON.parse(JSON.stringify(options));
  return isJsonObject(json) ? json : {};
}

serve(process.argv.slice(2));
