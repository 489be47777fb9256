import { isEnumValue } from '../enumeration';
import type { Faithful } from '../faithful';
import { UI_ENUMS } from './enums';
import { createMenu } from './menu';
import type { Session } from './session';
import type { Answer, Shown, Workbook } from './workbook';

type Names =
  'createMenu' | 'createAddonMenu' | 'alert' | 'prompt' | 'showSidebar' | 'showModalDialog' | 'showModelessDialog';

/**
 * The Ui of the open spreadsheet. What it shows is kept on the workbook; questions take the answers that wait in
 * `Documents.answers`, and are closed when none does.
 */
export function createUi(session: Session, workbook: Workbook): object {
  const ask = (kind: 'alert' | 'prompt', given: readonly unknown[]): Answer => askUser(session, workbook, kind, given);
  const show = (kind: Shown['kind'], page: object, title?: string): void => {
    const html = page as Page;
    workbook.shown.push({ kind, title: title ?? html.getTitle(), text: html.getContent() });
  };
  const methods: Faithful<GoogleAppsScript.Base.Ui, Names> = {
    createMenu: (caption: string) => createMenu(session, workbook, caption),
    createAddonMenu: () => createMenu(session, workbook, 'Extensions'),
    alert: (...given: unknown[]) => UI_ENUMS.Button[ask('alert', given).button],
    prompt: (...given: unknown[]) => createResponse(session, ask('prompt', given)),
    showSidebar: (page: object) => {
      show('sidebar', page);
    },
    showModalDialog: (page: object, title: string) => {
      show('dialog', page, title);
    },
    showModelessDialog: (page: object, title: string) => {
      show('dialog', page, title);
    },
  };
  return session.expose('Ui', { ...methods, ...UI_ENUMS }, { kind: 'other' });
}

/** Puts a question before the user: `(prompt)`, `(prompt, buttons)` or `(title, prompt, buttons)`; answers what they did. */
export function askUser(
  session: Session,
  workbook: Workbook,
  kind: 'alert' | 'prompt',
  given: readonly unknown[],
): Answer {
  const { title, text, buttons } = toQuestion(given);
  const only = buttons === 'OK' && kind === 'alert' ? 'OK' : 'CLOSE';
  const answer = session.documents.answers.shift() ?? { button: only };
  workbook.shown.push({ kind, title, text, answer });
  return answer;
}

interface Page {
  getContent(): string;
  getTitle(): string;
}

function toQuestion(given: readonly unknown[]): { title: string; text: string; buttons: string } {
  const texts = given.filter((each) => typeof each === 'string');
  const buttons = given.find((each) => typeof each === 'object' && each !== null && isEnumValue(each));
  const [first = '', second] = texts;
  return {
    title: second === undefined ? '' : first,
    text: second ?? first,
    buttons: buttons?.name() ?? 'OK',
  };
}

function createResponse(session: Session, { button, text = '' }: Answer): object {
  const methods: Faithful<GoogleAppsScript.Base.PromptResponse, 'getResponseText' | 'getSelectedButton'> = {
    getResponseText: () => text,
    getSelectedButton: () => UI_ENUMS.Button[button],
  };
  return session.expose('PromptResponse', methods, { kind: 'other' });
}
