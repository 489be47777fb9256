import type { JSX } from 'preact';
import { typeset } from './language';

export interface CheckFieldProps {
  readonly title: string;
  readonly help?: string;
  readonly isChecked: boolean;
  readonly onChange: (isChecked: boolean) => void;
}

/** Something that is on or off. */
export function CheckField({ title, help, isChecked, onChange }: CheckFieldProps): JSX.Element {
  return (
    <label class="choice">
      <input
        type="checkbox"
        checked={isChecked}
        onChange={(event) => {
          onChange(event.currentTarget.checked);
        }}
      />
      <span>
        {title}
        {help !== undefined && <span class="help">{typeset(help)}</span>}
      </span>
    </label>
  );
}
