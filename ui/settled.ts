import type { Result } from '../src/app/rpc';
import { say } from './language';

/** What the script answered, or a failure that says that no answer came. Never rejects. */
export async function settled<T>(answer: Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await answer;
  } catch (error) {
    return {
      ok: false,
      kind: 'NoAnswer',
      advice: say({
        fr: 'Google n’a pas répondu. Vérifiez votre connexion à Internet, puis réessayez.',
        en: 'Google did not answer. Check your Internet connection, then try again.',
      }),
      details: error instanceof Error ? error.message : String(error),
    };
  }
}
