import type { Connector, Setting, Stream } from '../connectors/connector';
import type { ConnectorView, SettingView, StreamView } from './rpc';
import { say } from './words';

/** A system that can be connected, in the user's language. */
export function toConnectorView(connector: Connector): ConnectorView {
  const { name, title, help, icon, settings } = connector;
  return {
    ...{ name, title, icon },
    help: say(help),
    settings: settings.map(toSettingView),
    streams: connector.streams({}).map(toStreamView),
  };
}

function toSettingView({ name, title, help, example, secret, required, pattern, choices, when }: Setting): SettingView {
  return {
    ...{ name, example, secret, required },
    title: say(title),
    help: say(help),
    ...(pattern === undefined ? {} : { pattern }),
    ...(choices ? { choices: choices.map((choice) => ({ value: choice.value, title: say(choice.title) })) } : {}),
    ...(when ? { when } : {}),
  };
}

function toStreamView({ name, title, help, optional = false }: Stream): StreamView {
  return { name, title: say(title), help: say(help), optional };
}
