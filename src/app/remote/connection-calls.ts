import * as v from 'valibot';
import { connectors } from '../../connectors/index';
import { userEmail } from '../../platform/session';
import { neededSettings } from '../check-draft';
import { allViews, viewOf } from '../connection-view';
import { type Connection, findConnection } from '../connections';
import { readHistory } from '../history';
import { dropConnection } from '../remove-connection';
import type { ConnectionView } from '../rpc';
import { storeConnection } from '../save-connection';
import { testDraft } from '../test-draft';
import { say } from '../words';
import { type Answer, ok } from './answer';
import { nameTabs } from './name-tabs';
import type { Call } from './read-call';
import { readFields } from './read-fields';
import { authTypesOf, readNewConnection } from './read-new-connection';
import { Refusal } from './refusal';
import { startRun } from './start-run';
import { toTime } from './to-time';

type Fields = Call['fields'];

/** The systems that can be connected, and what they ask for. */
export function listTypes(): Answer {
  const types = connectors.map((connector) => ({
    type: connector.name,
    name: connector.title,
    description: say(connector.help),
    required_fields: neededSettings(connector, {}).map(({ name }) => name),
    auth_types: authTypesOf(connector),
    icon: connector.icon,
    fields: connector.settings.map(({ name, title, secret, required }) => ({
      ...{ name, title: say(title), secret, required },
    })),
  }));
  return ok(types, { fr: `Systèmes : ${String(types.length)}.`, en: `Systems: ${String(types.length)}.` });
}

/** Asks a system who we are, and stores nothing. */
export function testNewConnection(fields: Fields): Answer {
  return { status: 200, message: testDraft(readNewConnection(fields)), data: { connected: true } };
}

/** All connections, without their secrets. */
export function listConnections(): Answer {
  const views = allViews().map(toData);
  return ok(views, { fr: `Connexions : ${String(views.length)}.`, en: `Connections: ${String(views.length)}.` });
}

/** Stores a connection, of whoever deployed the web app. */
export function createConnection(fields: Fields): Answer {
  const view = viewOf(storeConnection(readNewConnection(fields)));
  const message = say({
    fr: `La connexion « ${view.title} » est enregistrée.`,
    en: `The connection “${view.title}” is stored.`,
  });
  return { status: 201, message, data: toData(view) };
}

/** Starts a run of one connection. */
export function syncConnection(fields: Fields, id: string): Answer {
  checkConnection(id);
  const { save_as_dataset = true, dataset_name = '' } = readFields(SYNC, fields);
  if (dataset_name !== '' && save_as_dataset !== false && save_as_dataset !== 'false') nameTabs(id, dataset_name);
  return startRun([id]);
}

/** How the last runs of one connection went, latest first. */
export function readConnectionHistory(_: Fields, id: string): Answer {
  checkConnection(id);
  const runs = readHistory(id).map(
    ({ id: run, startedAt, duration, status, read, inserted, updated, removed, streams }) => ({
      ...{ id: run, status, started_at: toTime(startedAt), ended_at: toTime(startedAt + duration) },
      rows: { read, added: inserted, updated, removed },
      message: [...new Set(streams.map(({ message }) => message))].filter(Boolean).join(' '),
    }),
  );
  return ok(runs, { fr: `Synchronisations : ${String(runs.length)}.`, en: `Runs: ${String(runs.length)}.` });
}

/** Removes a connection of whoever deployed the web app; its tabs stay. */
export function deleteConnection(_: Fields, id: string): Answer {
  const { title, owner } = checkConnection(id);
  if (owner !== userEmail()) throw somebodyElses(title, owner);
  dropConnection(id, false);
  return ok(
    { id },
    {
      fr: `La connexion « ${title} » est supprimée. Ses onglets restent.`,
      en: `The connection “${title}” is removed. Its tabs stay.`,
    },
  );
}

const SYNC = v.strictObject({
  save_as_dataset: v.exactOptional(v.union([v.boolean(), v.picklist(['true', 'false'])])),
  dataset_name: v.exactOptional(v.pipe(v.string(), v.trim(), v.maxLength(80), v.regex(/^.*$/))),
});

function checkConnection(id: string): Connection {
  const found = findConnection(id);
  if (found) return found;
  throw new Refusal(404, {
    fr: 'Il n’y a pas de connexion de ce numéro. path=/api/connections/ les donne tous.',
    en: 'There is no connection of this id. path=/api/connections/ gives them all.',
  });
}

function somebodyElses(title: string, owner: string): Refusal {
  return new Refusal(403, {
    fr: `« ${title} » appartient à ${owner} : un appel ne supprime que les connexions de qui a déployé l’application Web. Dans la feuille, chacun peut le faire.`,
    en: `“${title}” belongs to ${owner}: a call removes connections of whoever deployed the web app only. In the spreadsheet, anyone can.`,
  });
}

function toData({ id, connector, title, settings, owner, schedule, createdAt, last }: ConnectionView): object {
  return {
    ...{ id, connection_type: connector, name: title, config: settings, owner },
    auto_sync_enabled: schedule !== undefined && schedule.paused !== true,
    created_at: createdAt,
    last_sync_at: last ? toTime(last.startedAt) : null,
    last_sync_status: last?.status ?? null,
    last_sync_message: last?.message ?? '',
  };
}
