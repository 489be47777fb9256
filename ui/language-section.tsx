import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Failure, Home, Language } from '../src/app/rpc';
import { say } from './language';
import { Notice } from './notice';
import { call } from './server';
import { settled } from './settled';

export interface LanguageSectionProps {
  readonly chosen: Language;
  readonly onHome: (home: Home) => void;
}

/** Which language Sync speaks with this person. */
export function LanguageSection({ chosen, onHome }: LanguageSectionProps): JSX.Element {
  const [wanted, setWanted] = useState<Language | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const choose = async (next: Language): Promise<void> => {
    if (wanted !== null || next === chosen) return;
    setWanted(next);
    const result = await settled(call('chooseLanguage', next));
    setWanted(null);
    setFailure(result.ok ? null : result);
    if (result.ok) onHome(result.value);
  };
  return (
    <section class="stack" aria-labelledby="language">
      <h2 id="language">{say({ fr: 'Langue', en: 'Language' })}</h2>
      <p class="help">{say(WHERE)}</p>
      <div class="row">
        {LANGUAGES.map(({ name, title }) => (
          <button
            key={name}
            type="button"
            class="option"
            lang={name}
            aria-pressed={name === chosen}
            aria-busy={name === wanted}
            onClick={() => void choose(name)}
          >
            {title}
          </button>
        ))}
      </div>
      {failure && <Notice kind="error" text={failure.advice} details={failure.details} />}
    </section>
  );
}

const WHERE = {
  fr: 'De ce panneau, du menu et des messages, pour vous seulement.',
  en: 'Of this panel, the menu and the messages, for you only.',
};

const LANGUAGES: readonly { readonly name: Language; readonly title: string }[] = [
  { name: 'fr', title: 'Français' },
  { name: 'en', title: 'English' },
];
