import type { Connector } from '../connectors/connector';
import { connectors } from '../connectors/index';
import { SettingsError } from '../core/errors';

/** The connector of that name. Throws `SettingsError`. */
export function findConnector(name: string): Connector {
  const found = connectors.find((connector) => connector.name === name);
  if (found) return found;
  const names = connectors.map((connector) => connector.name).join(', ');
  throw new SettingsError('connector', `There is no connector ${name}, but ${names}`, {
    fr: `Sync ne connaît pas « ${name} ». Choisissez parmi : ${names}.`,
    en: `Sync does not know “${name}”. Choose one of: ${names}.`,
  });
}
