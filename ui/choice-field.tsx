import type { JSX } from 'preact';
import { Field, FieldNotes, tiesOf } from './field';
import type { SettingFieldProps } from './setting-field';

export interface ChoiceFieldProps extends SettingFieldProps {
  readonly choices: readonly Choice[];
}

type Choice = NonNullable<SettingFieldProps['setting']['choices']>[number];

/** A setting with a few values: two or three stand side by side, more in a list that opens. */
export function ChoiceField({ setting, value = '', fault, choices, onInput }: ChoiceFieldProps): JSX.Element {
  const { name, title, help } = setting;
  const chosen = value === '' ? (choices[0]?.value ?? '') : value;
  const isKnown = choices.some((choice) => choice.value === chosen);
  if (isKnown && choices.length <= 3) {
    return <Radios name={name} title={title} help={help} fault={fault} {...{ choices, chosen, onInput }} />;
  }
  return (
    <Field name={name} label={title} help={help} fault={fault}>
      {(ties) => (
        <select
          {...ties}
          value={chosen}
          onChange={(event) => {
            onInput(event.currentTarget.value);
          }}
        >
          {!isKnown && <option value={chosen}>{chosen}</option>}
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.title}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

export interface RadiosProps {
  readonly name: string;
  readonly title: string;
  readonly help?: string;
  readonly fault?: string | undefined;
  readonly choices: readonly (Choice & { readonly help?: string })[];
  readonly chosen: string;
  readonly onInput: (value: string) => void;
}

/** One of a few choices, all in sight. */
export function Radios({ name, title, help = '', fault, choices, chosen, onInput }: RadiosProps): JSX.Element {
  const { id, ...ties } = tiesOf(name, { help, fault });
  return (
    <fieldset class="field" aria-describedby={ties['aria-describedby']}>
      <legend>{title}</legend>
      {choices.map((choice) => (
        <label class="choice" key={choice.value}>
          <input
            type="radio"
            name={name}
            {...(choice.value === chosen ? { id } : {})}
            checked={choice.value === chosen}
            onChange={() => {
              onInput(choice.value);
            }}
          />
          <span>
            {choice.title}
            {choice.help !== undefined && <span class="help">{choice.help}</span>}
          </span>
        </label>
      ))}
      <FieldNotes name={name} help={help} fault={fault} />
    </fieldset>
  );
}
