import { SettingsError } from '../../core/errors';
import type { Settings } from '../connector';

/** What may be typed for each choice; the first word is the one that messages propose. */
export type Choices<C extends string> = Readonly<Record<C, readonly string[]>>;

export const YES_OR_NO: Choices<'yes' | 'no'> = {
  yes: ['oui', 'yes', 'true', 'vrai', '1', 'on'],
  no: ['non', 'no', 'false', 'faux', '0', 'off'],
};

/** The choice that a setting names, whatever its case; `usual` when it is blank. Throws `SettingsError` for any other word. */
export function readChoice<C extends string>(
  settings: Settings,
  name: string,
  choices: Choices<C>,
  usual: NoInfer<C>,
): C {
  const typed = (settings[name] ?? '').trim();
  if (typed === '') return usual;
  const choice = (Object.keys(choices) as C[]).find((one) => choices[one].includes(typed.toLowerCase()));
  if (choice !== undefined) return choice;
  const words = Object.values<readonly string[]>(choices).flatMap(([word]) => word ?? []);
  throw new SettingsError(name, `zendesk: ${name} is ${JSON.stringify(typed)}, not ${words.join(', ')}`, {
    fr: `Le réglage « ${name} » n’accepte pas ce mot. Écrivez l’un de ceux-ci : ${words.join(' / ')}`,
    en: `The setting “${name}” does not take this word. Write one of these: ${words.join(' / ')}`,
  });
}
