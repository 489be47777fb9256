import type { Words } from '../core/model';

/** What the user reads where Google refuses one contact: Google's own words, which speak English. */
export function problemOf(message: string): Words {
  const said = message.replace(/^.*failed with error: /, '').slice(0, 300);
  return {
    fr: `Google a refusé ce contact : « ${said} » Corrigez la ligne : la prochaine synchronisation réessaie.`,
    en: `Google refused this contact: “${said}” Correct the row: the next sync tries again.`,
  };
}
