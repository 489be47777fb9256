import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { ConnectionView, ConnectorView, SettingView } from '../src/app/rpc';
import { isShown } from './connection-draft';
import { Field, focusField } from './field';
import { say } from './language';
import { ModeField } from './mode-field';
import { PlaceField } from './place-field';
import { ScheduleField } from './schedule-field';
import { Section } from './section';
import { SettingField } from './setting-field';
import { StreamChoice } from './stream-choice';
import { TextInput } from './text-input';
import type { FormState } from './use-connection-form';

export interface ConnectionFieldsProps {
  readonly connector: ConnectorView;
  readonly connection: ConnectionView | undefined;
  readonly state: FormState;
}

/** Everything that can be typed or chosen for a connection; what has a usual value is in closed sections. */
export function ConnectionFields({ connector, connection, state }: ConnectionFieldsProps): JSX.Element {
  const { values, faults, change } = state.fields;
  return (
    <>
      <Settings connector={connector} state={state} />
      <TitleField connector={connector} connection={connection} state={state} />
      <Options connector={connector} state={state} />
      <StreamChoice
        streams={connector.streams}
        chosen={values.streams}
        fault={faults.streams}
        onChange={(streams) => {
          change({ streams });
        }}
      />
      <PlaceField
        values={values}
        streams={connector.streams.filter(({ name }) => values.streams.includes(name))}
        faults={faults}
        onChange={change}
      />
      <ModeField
        mode={values.mode}
        fault={faults.mode}
        onChange={(mode) => {
          change({ mode });
        }}
      />
      <ScheduleField
        rhythm={values.schedule}
        fault={faults.schedule}
        onChange={(schedule) => {
          change({ schedule });
        }}
      />
    </>
  );
}

type PartProps = Omit<ConnectionFieldsProps, 'connection'>;

function Settings({ connector, state }: PartProps): JSX.Element {
  const first = connector.settings[0]?.name;
  useEffect(() => {
    if (first !== undefined) focusField(first);
  }, [first]);
  return (
    <>
      {shownSettings(connector, state)
        .filter((setting) => !isOption(setting, connector))
        .map((setting) => (
          <Setting key={setting.name} setting={setting} state={state} />
        ))}
    </>
  );
}

function Options({ connector, state }: PartProps): JSX.Element | null {
  const options = shownSettings(connector, state).filter((setting) => isOption(setting, connector));
  if (options.length === 0) return null;
  return (
    <Section
      title={say({ fr: `Options ${connector.title}`, en: `${connector.title} options` })}
      state={say({ fr: 'facultatives', en: 'optional' })}
    >
      {options.map((setting) => (
        <Setting key={setting.name} setting={setting} state={state} />
      ))}
    </Section>
  );
}

function shownSettings(connector: ConnectorView, state: FormState): readonly SettingView[] {
  return connector.settings.filter((setting) => isShown(setting, connector, state.fields.values.settings));
}

/** What most people leave as it is, and no other setting depends on. */
function isOption({ name, required }: SettingView, { settings }: ConnectorView): boolean {
  return !required && !settings.some(({ when }) => when?.setting === name);
}

function Setting({ setting, state }: { readonly setting: SettingView; readonly state: FormState }): JSX.Element {
  const { endings, fields } = state;
  const { name } = setting;
  return (
    <SettingField
      setting={setting}
      value={fields.values.settings[name]}
      ending={endings ? endings[name] : ''}
      fault={fields.faults[name]}
      onInput={(text) => {
        fields.type(name, text);
      }}
      onLeave={() => {
        fields.leave(setting);
      }}
    />
  );
}

/** The longest title that the script takes. */
const LONGEST_TITLE = 100;

function TitleField({ connector, connection, state }: ConnectionFieldsProps): JSX.Element {
  const { values, faults, change } = state.fields;
  const usual = connection?.title ?? connector.title;
  return (
    <Field
      name="title"
      label={say({ fr: 'Nom de la connexion', en: 'Name of the connection' })}
      help={say({
        fr: `Tel que vous le verrez dans la liste et dans le menu. Vide : « ${usual} ».`,
        en: `As you will see it in the list and in the menu. Blank: “${usual}”.`,
      })}
      optional
      fault={faults.title}
    >
      {(ties) => (
        <TextInput
          ties={ties}
          value={values.title}
          longest={LONGEST_TITLE}
          onInput={(title) => {
            change({ title });
          }}
        />
      )}
    </Field>
  );
}
