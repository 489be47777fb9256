import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { Field } from './field';
import { say } from './language';

/** A field for words to search contacts by; blank: all. */
export function ContactsSearch({ onSearch }: { readonly onSearch: (text: string) => void }): JSX.Element {
  const input = useRef<HTMLInputElement>(null);
  return (
    <form
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        onSearch(input.current?.value.trim() ?? '');
      }}
    >
      <Field name="search" label={say({ fr: 'Nom ou adresse e-mail', en: 'Name or e-mail address' })}>
        {(ties) => (
          <div class="row nowrap">
            <input
              {...ties}
              ref={input}
              type="search"
              class="grow"
              autocomplete="off"
              spellcheck={false}
              maxLength={100}
            />
            <button type="submit">{say({ fr: 'Chercher', en: 'Search' })}</button>
          </div>
        )}
      </Field>
    </form>
  );
}
