import type { Faithful } from '../faithful';
import { isUnattended } from '../host';
import { UI_ENUMS } from './enums';
import { Refusal } from './refusal';
import type { Session } from './session';
import { askUser } from './ui';

/** Browser: questions of older scripts, answered with words in place of enum values (developers.google.com, Browser). */
export function createBrowser(session: Session): object {
  const workbook = session.documents.workbooks.get(session.documents.boundId ?? '');
  const ask = (kind: 'alert' | 'prompt', given: readonly unknown[]): string => {
    const { caller } = session.host;
    if (!workbook || isUnattended(caller)) {
      throw new Refusal(`Cannot call Browser.${kind === 'alert' ? 'msgBox' : 'inputBox'}() from this context.`);
    }
    const { button, text = '' } = askUser(session, workbook, kind, given);
    if (kind === 'prompt' && button === 'OK') return text;
    return button === 'CLOSE' ? 'cancel' : button.toLowerCase();
  };
  const methods: Faithful<GoogleAppsScript.Base.Browser, 'msgBox' | 'inputBox'> = {
    msgBox: (...given: unknown[]) => ask('alert', given),
    inputBox: (...given: unknown[]) => ask('prompt', given),
  };
  return session.expose('Browser', { ...methods, Buttons: UI_ENUMS.ButtonSet }, { kind: 'other' });
}
