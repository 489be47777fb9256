import type { JSX } from 'preact';
import type { SettingView } from '../src/app/rpc';
import { ChoiceField } from './choice-field';
import { Field } from './field';
import { LONGEST_SETTING } from './connection-draft';
import { SecretField } from './secret-field';
import { TextInput } from './text-input';

export interface SettingFieldProps {
  readonly setting: SettingView;
  /** Absent: a secret that stays as it is stored. */
  readonly value: string | undefined;
  /** The last characters of the stored secret; absent: none is stored. */
  readonly ending: string | undefined;
  readonly fault: string | undefined;
  /** `undefined`: the stored secret stays. */
  readonly onInput: (value: string | undefined) => void;
  /** The user is done with it for now. */
  readonly onLeave: () => void;
}

/** What the user types or chooses for one setting, drawn as its description says. */
export function SettingField(props: SettingFieldProps): JSX.Element {
  const { setting, value = '', fault, onInput, onLeave } = props;
  if (setting.choices) return <ChoiceField {...props} choices={setting.choices} />;
  if (setting.secret) return <SecretField {...props} />;
  return (
    <Field
      name={setting.name}
      label={setting.title}
      help={setting.help}
      example={setting.example}
      optional={!setting.required}
      fault={fault}
    >
      {(ties) => (
        <TextInput
          ties={ties}
          value={value}
          longest={LONGEST_SETTING}
          required={setting.required}
          onInput={onInput}
          onLeave={onLeave}
        />
      )}
    </Field>
  );
}
