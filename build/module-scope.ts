import { createContext, Script } from 'node:vm';
import { GOOGLE_SERVICES } from './google-services';

/**
 * Returns when the file loads without touching a Google service; else throws the service's name and the place. Code at
 * module scope runs before each execution and in its authorisation mode: one service call there costs a not yet enabled
 * add-on its menu (developers.google.com, Editor add-on authorization). The file is loaded, not read, so that a call
 * hidden in a function or in a dependency is found too, as is a global that Apps Script does not have.
 */
export function checkModuleScope(code: string, fileName: string): void {
  const touched: string[] = [];
  const globals = {};
  for (const name of GOOGLE_SERVICES) {
    Object.defineProperty(globals, name, {
      get() {
        touched.push(placeOf(name, new Error().stack, fileName));
        return undefined;
      },
    });
  }
  try {
    new Script(code, { filename: fileName }).runInContext(createContext(globals));
  } catch (error) {
    // A service is undefined here: what its user throws next is no news.
    if (touched.length === 0) throw new Error(`${fileName} does not load: ${String(error)}`, { cause: error });
  }
  if (touched.length === 0) return;
  throw new Error(`Called while the script loads: ${touched.join(', ')}. Move it into a function.`);
}

function placeOf(service: string, stack: string | undefined, fileName: string): string {
  const line = stack?.split('\n').find((text) => text.includes(`${fileName}:`));
  const place = /:(\d+:\d+)\)?$/.exec(line ?? '');
  return place ? `${service} (${fileName}:${place[1] ?? ''})` : service;
}
