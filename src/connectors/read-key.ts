import { SettingsError } from '../core/errors';
import type { Settings } from './connector';

/** A key: letters, digits and signs that a header takes, without blanks. A `Setting.pattern`. */
export const KEY_PATTERN = '[!-~]+';

/** The `apiKey` setting, fit for a header. Throws `SettingsError` when it is missing or holds what no key holds. */
export function readKey(settings: Settings, title: string): string {
  const key = settings.apiKey?.trim() ?? '';
  if (key === '') {
    throw new SettingsError('apiKey', 'apiKey is missing', {
      fr: `Il manque la clé de ${title}. Copiez-la depuis votre compte ${title}, puis collez-la ici.`,
      en: `The key for ${title} is missing. Copy it from your ${title} account, then paste it here.`,
    });
  }
  if (!IS_KEY.test(key)) {
    throw new SettingsError('apiKey', 'apiKey holds blanks or letters that no header takes', {
      fr: `La clé de ${title} contient un espace, un retour à la ligne ou une lettre accentuée : une partie a sans doute été mal copiée. Copiez-la de nouveau.`,
      en: `The key for ${title} holds a blank, a line break or an accented letter: it was probably not copied well. Copy it again.`,
    });
  }
  return key;
}

const IS_KEY = new RegExp(`^${KEY_PATTERN}$`);
