import { SettingsError } from '../core/errors';
import { userEmail } from '../platform/session';
import type { Connection } from './connections';

/** Why the person who runs the script has no secret `field` of a connection, and what to do. */
export function missingSecret(connection: Connection, field: string): SettingsError {
  const { title, owner } = connection;
  const message = `The secret ${field} of ${title} is not among this person's own`;
  if (owner !== userEmail()) {
    return new SettingsError(field, message, {
      fr: `La connexion « ${title} » appartient à ${owner}, qui seul peut utiliser sa clé. Demandez-lui de synchroniser, ou saisissez votre propre clé par « Modifier ».`,
      en: `The connection “${title}” belongs to ${owner}, and only they can use its key. Ask them to sync, or type a key of your own with “Edit”.`,
    });
  }
  if (connection.needsSecrets) {
    return new SettingsError(field, message, {
      fr: `« ${title} » vient d’un import, sans sa clé. Saisissez-la par « Modifier ».`,
      en: `“${title}” was imported without its key. Type it with “Edit”.`,
    });
  }
  return new SettingsError(field, message, {
    fr: `La clé de « ${title} » n’est plus lisible. Saisissez-la de nouveau par « Modifier ».`,
    en: `The key of “${title}” cannot be read any more. Type it again with “Edit”.`,
  });
}
