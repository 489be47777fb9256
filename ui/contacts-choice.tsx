import type { JSX } from 'preact';
import type { ChoiceView } from '../src/app/rpc';
import { say, typeset } from './language';

export interface ContactsChoiceProps {
  readonly choice: ChoiceView;
  /** The value of an option; blank: none yet. */
  readonly chosen: string;
  readonly onChoose: (value: string) => void;
}

/** Something to decide: what happened, and what can be done about it. */
export function ContactsChoice({ choice, chosen, onChoose }: ContactsChoiceProps): JSX.Element {
  const { id, title, text, options } = choice;
  const later = { value: '', label: say({ fr: 'Plus tard', en: 'Later' }), isDanger: false };
  return (
    <article class="card" aria-labelledby={`choice-${id}`}>
      <h2 id={`choice-${id}`}>{title}</h2>
      <p class="advice">{typeset(text)}</p>
      {options.length > 0 && (
        <fieldset class="options">
          <legend class="hidden">{say({ fr: `Que faire : ${title}`, en: `What to do: ${title}` })}</legend>
          {[...options, later].map(({ value, label, isDanger }) => (
            <label class="choice" key={value}>
              <input
                type="radio"
                name={`choice-${id}`}
                checked={value === chosen}
                onChange={() => {
                  onChoose(value);
                }}
              />
              <span class={isDanger ? 'error' : ''}>{label}</span>
            </label>
          ))}
        </fieldset>
      )}
    </article>
  );
}
