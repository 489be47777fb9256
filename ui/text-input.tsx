import type { JSX } from 'preact';
import type { Ties } from './field';

export interface TextInputProps {
  readonly ties: Ties;
  readonly value: string;
  /** How many characters the script takes. */
  readonly longest: number;
  readonly required?: boolean;
  /** Shows dots. */
  readonly isHidden?: boolean;
  readonly onInput: (value: string) => void;
  /** The user is done with it for now. */
  readonly onLeave?: () => void;
}

/** A line of text that browsers neither fill in nor correct. */
export function TextInput(props: TextInputProps): JSX.Element {
  const { ties, value, longest, required = false, isHidden = false, onInput, onLeave } = props;
  return (
    <input
      {...ties}
      {...(isHidden ? { type: 'password' as const } : { type: 'text' as const })}
      autocomplete="off"
      spellcheck={false}
      maxLength={longest}
      aria-required={required}
      value={value}
      onInput={(event) => {
        onInput(event.currentTarget.value);
      }}
      onBlur={() => onLeave?.()}
    />
  );
}
