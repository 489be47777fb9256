import type { JSX } from 'preact';
import type { StreamView } from '../src/app/rpc';
import { FieldNotes, tiesOf } from './field';
import { toNumber } from './format';
import { say, typeset } from './language';
import { Section } from './section';

export interface StreamChoiceProps {
  readonly streams: readonly StreamView[];
  /** Names of the chosen ones. */
  readonly chosen: readonly string[];
  readonly fault: string | undefined;
  readonly onChange: (chosen: readonly string[]) => void;
}

/** Which kinds of records are synced. */
export function StreamChoice({ streams, chosen, fault, onChange }: StreamChoiceProps): JSX.Element {
  const title = say({ fr: 'Données à synchroniser', en: 'Data to sync' });
  const [some, all] = [toNumber(chosen.length), toNumber(streams.length)];
  return (
    <Section title={title} state={say({ fr: `${some} sur ${all}`, en: `${some} of ${all}` })}>
      <fieldset class="field" tabIndex={-1} {...tiesOf('streams', { fault })}>
        <legend class="hidden">{title}</legend>
        <FieldNotes name="streams" fault={fault} />
        <AllOrNone streams={streams} onChange={onChange} />
        {streams.map((stream) => (
          <Stream
            key={stream.name}
            stream={stream}
            isChosen={chosen.includes(stream.name)}
            onChange={(isChosen) => {
              onChange(isChosen ? [...chosen, stream.name] : chosen.filter((name) => name !== stream.name));
            }}
          />
        ))}
      </fieldset>
    </Section>
  );
}

function AllOrNone({ streams, onChange }: Pick<StreamChoiceProps, 'streams' | 'onChange'>): JSX.Element {
  const choose = (chosen: readonly StreamView[]): void => {
    onChange(chosen.map(({ name }) => name));
  };
  return (
    <div class="row">
      <button
        type="button"
        class="quiet"
        onClick={() => {
          choose(streams);
        }}
      >
        {say({ fr: 'Tout cocher', en: 'Check all' })}
      </button>
      <button
        type="button"
        class="quiet"
        onClick={() => {
          choose([]);
        }}
      >
        {say({ fr: 'Tout décocher', en: 'Uncheck all' })}
      </button>
    </div>
  );
}

interface StreamProps {
  readonly stream: StreamView;
  readonly isChosen: boolean;
  readonly onChange: (isChosen: boolean) => void;
}

function Stream({ stream, isChosen, onChange }: StreamProps): JSX.Element {
  return (
    <label class="choice">
      <input
        type="checkbox"
        checked={isChosen}
        onChange={(event) => {
          onChange(event.currentTarget.checked);
        }}
      />
      <span>
        {stream.title}
        {stream.optional && <span class="grey"> {say({ fr: '(en option)', en: '(optional)' })}</span>}
        <span class="help">{typeset(stream.help)}</span>
      </span>
    </label>
  );
}
