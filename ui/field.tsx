import type { ComponentChildren, JSX } from 'preact';
import { say, typeset } from './language';

export interface FieldProps {
  /** Of the form; `fieldId` makes the input's id of it. */
  readonly name: string;
  readonly label: string;
  readonly help?: string;
  readonly example?: string;
  readonly optional?: boolean;
  /** What is wrong with it, as a sentence. */
  readonly fault?: string | undefined;
  /** Draws the input with attributes that tie it to label, help and fault. */
  readonly children: (ties: Ties) => ComponentChildren;
}

export interface Ties {
  readonly id: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: true;
}

/** A label above, an input, and below it what helps to fill it in and what is wrong with it. */
export function Field({ name, label, optional, children, ...notes }: FieldProps): JSX.Element {
  return (
    <div class="field">
      <label for={fieldId(name)}>
        {label}
        {optional && <span class="grey"> {say({ fr: '(facultatif)', en: '(optional)' })}</span>}
      </label>
      {children(tiesOf(name, notes))}
      <FieldNotes name={name} {...notes} />
    </div>
  );
}

/** Help, example and fault of a field, where `tiesOf` points to them. */
export function FieldNotes({ name, help = '', example = '', fault }: NotesProps): JSX.Element {
  return (
    <>
      {(help !== '' || example !== '') && (
        <div class="help" id={`${fieldId(name)}-help`}>
          {help !== '' && <p>{typeset(help)}</p>}
          {example !== '' && <p>{say({ fr: `Exemple : ${example}`, en: `Example: ${example}` })}</p>}
        </div>
      )}
      {fault !== undefined && (
        <p class="error" id={`${fieldId(name)}-fault`}>
          {typeset(fault)}
        </p>
      )}
    </>
  );
}

export type NotesProps = Pick<FieldProps, 'name' | 'help' | 'example' | 'fault'>;

/** The attributes of an input that `FieldNotes` belongs to. */
export function tiesOf(name: string, { help = '', example = '', fault }: Omit<NotesProps, 'name'>): Ties {
  const id = fieldId(name);
  const notes = [
    ...(fault === undefined ? [] : [`${id}-fault`]),
    ...(help === '' && example === '' ? [] : [`${id}-help`]),
  ];
  return {
    id,
    ...(notes.length === 0 ? {} : { 'aria-describedby': notes.join(' ') }),
    ...(fault === undefined ? {} : { 'aria-invalid': true }),
  };
}

/** Moves the focus to a field, and opens the section that it stands in. */
export function focusField(name: string): void {
  const input = document.getElementById(fieldId(name));
  const section = input?.closest('details');
  if (section) section.open = true;
  input?.focus();
}

function fieldId(name: string): string {
  return `field-${name}`;
}
