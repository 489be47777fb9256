import type { Answer } from './answer';
import {
  createConnection,
  deleteConnection,
  listConnections,
  listTypes,
  readConnectionHistory,
  syncConnection,
  testNewConnection,
} from './connection-calls';
import { answerStatus, authenticate, instructSetup, listGoogleContacts, syncAllContacts } from './contact-calls';
import type { Call, Method } from './read-call';
import { Refusal } from './refusal';
import { readRunStatus } from './run-status';
import { syncFromGoogle, syncToGoogle } from './single-contact-calls';
import { checkTemplate, syncAll, syncSystem } from './sync-calls';

type Fields = Call['fields'];

/** Carries a call out. Throws `Refusal`: 404 for a path that there is not, 405 for one that is called the other way. */
export function carryOutCall({ method, path, fields }: Call): Answer {
  const found = ROUTES.flatMap((route) => {
    const id = matchPath(route.path, path);
    return id === null ? [] : [{ ...route, id }];
  });
  if (found.length === 0) throw noPath();
  const route = found.find((candidate) => candidate.method === method);
  if (!route) throw wrongMethod(found[0]?.method ?? 'GET');
  return route.act(fields, route.id);
}

interface Route {
  readonly method: Method;
  /** `{id}` stands for any text. */
  readonly path: string;
  readonly act: (fields: Fields, id: string) => Answer;
}

const CONNECTIONS = '/api/connections';
const CONTACTS = '/api/google-contacts';

const ROUTES: readonly Route[] = [
  { method: 'POST', path: '/zendesk/sync/run-incremental', act: () => syncSystem('zendesk') },
  { method: 'POST', path: '/sync-now', act: syncAll },
  { method: 'POST', path: '/admin/api/sync-template', act: () => syncSystem('template') },
  { method: 'GET', path: '/admin/api/template-health', act: checkTemplate },
  { method: 'GET', path: `${CONNECTIONS}/types`, act: listTypes },
  { method: 'POST', path: `${CONNECTIONS}/test`, act: testNewConnection },
  { method: 'GET', path: CONNECTIONS, act: listConnections },
  { method: 'POST', path: CONNECTIONS, act: createConnection },
  { method: 'POST', path: `${CONNECTIONS}/{id}/sync`, act: syncConnection },
  { method: 'GET', path: `${CONNECTIONS}/{id}/history`, act: readConnectionHistory },
  { method: 'POST', path: `${CONNECTIONS}/{id}/delete`, act: deleteConnection },
  { method: 'POST', path: `${CONTACTS}/auth`, act: authenticate },
  { method: 'GET', path: `${CONTACTS}/status`, act: answerStatus },
  { method: 'POST', path: `${CONTACTS}/sync-all`, act: syncAllContacts },
  { method: 'POST', path: `${CONTACTS}/sync-to-google/{id}`, act: syncToGoogle },
  { method: 'POST', path: `${CONTACTS}/sync-from-google/{id}`, act: syncFromGoogle },
  { method: 'GET', path: `${CONTACTS}/list-contacts`, act: listGoogleContacts },
  { method: 'GET', path: `${CONTACTS}/setup-instructions`, act: instructSetup },
  { method: 'GET', path: '/runs/{id}', act: (_, id) => readRunStatus(id) },
];

/** What stands in the place of `{id}`, blank where there is no such place; null: another path. */
function matchPath(pattern: string, path: string): string | null {
  const [before = '', after] = pattern.split('{id}');
  if (after === undefined) return pattern === path ? '' : null;
  const isLong = path.length > before.length + after.length;
  return isLong && path.startsWith(before) && path.endsWith(after)
    ? path.slice(before.length, path.length - after.length)
    : null;
}

function noPath(): Refusal {
  return new Refusal(404, {
    fr: 'Ce chemin n’existe pas. Donnez-le par « path », par exemple ?path=/sync-now ; la documentation les nomme tous.',
    en: 'There is no such path. Give it as “path”, such as ?path=/sync-now; the documentation names them all.',
  });
}

function wrongMethod(method: Method): Refusal {
  const flag = method === 'POST' ? "curl -sL -d ''" : 'curl -sL';
  return new Refusal(405, {
    fr: `Ce chemin s’appelle par ${method} : ${flag}.`,
    en: `This path is called by ${method}: ${flag}.`,
  });
}
