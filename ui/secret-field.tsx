import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { LONGEST_SETTING } from './connection-draft';
import { Field, focusField, type Ties } from './field';
import { say } from './language';
import type { SettingFieldProps } from './setting-field';
import { TextInput } from './text-input';

/** A secret: what is stored shows its end only, and what is typed is dots until the user wants to see it. */
export function SecretField(props: SettingFieldProps): JSX.Element {
  const { setting, value, ending, fault } = props;
  const isKept = value === undefined && ending !== undefined;
  const isAsked = useRef(false);
  useEffect(() => {
    // The button that was clicked is gone: without this the focus would be too.
    if (isAsked.current) focusField(setting.name);
    isAsked.current = false;
  }, [isKept, setting.name]);
  const change = (text: '' | undefined): void => {
    isAsked.current = true;
    props.onInput(text);
  };
  return (
    <Field
      name={setting.name}
      label={setting.title}
      help={setting.help}
      example={isKept ? '' : setting.example}
      optional={!setting.required}
      fault={fault}
    >
      {(ties) => {
        const Part = isKept ? Stored : Typed;
        return <Part {...props} ties={ties} onSwitch={change} />;
      }}
    </Field>
  );
}

type PartProps = SettingFieldProps & {
  readonly ties: Ties;
  /** Blank: another one will be typed; undefined: the stored one stays. */
  readonly onSwitch: (text: '' | undefined) => void;
};

function Stored({ setting, ending = '', ties, onSwitch }: PartProps): JSX.Element {
  const dots = `••••${ending}`;
  return (
    <div class="row">
      <code class="grow">{dots}</code>
      <button
        type="button"
        {...ties}
        aria-label={say({ fr: `Remplacer « ${setting.title} » (${dots})`, en: `Replace “${setting.title}” (${dots})` })}
        onClick={() => {
          onSwitch('');
        }}
      >
        {say({ fr: 'Remplacer', en: 'Replace' })}
      </button>
    </div>
  );
}

function Typed({ setting, value = '', ending, ties, onInput, onLeave, onSwitch }: PartProps): JSX.Element {
  const [isVisible, setVisible] = useState(false);
  return (
    <>
      <div class="row nowrap">
        <div class="grow">
          <TextInput
            ties={ties}
            value={value}
            longest={LONGEST_SETTING}
            required={setting.required}
            isHidden={!isVisible}
            onInput={onInput}
            onLeave={onLeave}
          />
        </div>
        <Eye title={setting.title} isVisible={isVisible} onChange={setVisible} />
      </div>
      {ending !== undefined && (
        <button
          type="button"
          class="quiet"
          onClick={() => {
            onSwitch(undefined);
          }}
        >
          {say({ fr: `Garder ••••${ending}`, en: `Keep ••••${ending}` })}
        </button>
      )}
    </>
  );
}

interface EyeProps {
  readonly title: string;
  readonly isVisible: boolean;
  readonly onChange: (isVisible: boolean) => void;
}

function Eye({ title, isVisible, onChange }: EyeProps): JSX.Element {
  const words = isVisible ? { fr: 'Masquer', en: 'Hide' } : { fr: 'Afficher', en: 'Show' };
  return (
    <button
      type="button"
      aria-label={say({ fr: `${words.fr} « ${title} »`, en: `${words.en} “${title}”` })}
      onClick={() => {
        onChange(!isVisible);
      }}
    >
      {say(words)}
    </button>
  );
}
