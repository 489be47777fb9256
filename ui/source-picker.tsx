import type { JSX } from 'preact';
import type { ConnectorView } from '../src/app/rpc';
import { Icon } from './icon';
import { say, typeset } from './language';

export interface SourcePickerProps {
  readonly connectors: readonly ConnectorView[];
  /** Hears its name. */
  readonly onPick: (connector: string) => void;
}

/** The systems that can be connected, each with what it brings. */
export function SourcePicker({ connectors, onPick }: SourcePickerProps): JSX.Element {
  return (
    <div class="stack">
      <p>{say({ fr: 'D’où viennent les données ?', en: 'Where does the data come from?' })}</p>
      <ul class="list">
        {connectors.map((connector) => (
          <li key={connector.name}>
            <button
              type="button"
              class="source"
              onClick={() => {
                onPick(connector.name);
              }}
            >
              <Icon path={connector.icon} />
              <span>
                {connector.title}
                <span class="help">{typeset(connector.help)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
