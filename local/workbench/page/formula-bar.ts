import { cellName } from './cell-name.js';
import { openDialog } from './dialog.js';
import { button, element } from './element.js';
import type { Selected } from './grid.js';
import type { Session } from './session.js';
import { say } from './words.js';

/** The line above the grid: which cell the user is on, what it holds, and its note. */
export interface FormulaBar {
  readonly element: HTMLElement;
  readonly select: (cell: Selected | null) => void;
}

/** A bar whose field writes into the cell on Enter or when it is left; Escape takes back what was typed. */
export function createFormulaBar(session: Session): FormulaBar {
  const name = element('output', { 'aria-label': say({ fr: 'Cellule', en: 'Cell' }) });
  const label = say({ fr: 'Contenu de la cellule', en: 'Content of the cell' });
  const field = element('input', { 'aria-label': label, spellcheck: 'false', autocomplete: 'off' });
  let selected: Selected | null = null;
  /** The cell whose entry the user is changing: a click into the grid selects another one before the field is left. */
  let edited: Selected | null = null;
  const note = button(say({ fr: 'Note', en: 'Note' }), () => {
    if (selected) editNote(selected, session);
  });
  const draw = (): void => {
    name.value = selected ? cellName(selected.row, selected.column) : '';
    field.value = selected?.entry ?? '';
    field.disabled = note.disabled = !selected;
    note.title = selected?.note ?? '';
    note.classList.toggle('with-note', Boolean(selected?.note));
  };
  field.addEventListener('input', () => {
    edited ??= selected;
  });
  field.addEventListener('change', () => {
    if (edited) void session.act(toTyping(edited, field.value));
    edited = null;
    draw();
  });
  field.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    edited = null;
    draw();
  });
  draw();
  const sign = element('span', { class: 'sign', 'aria-hidden': 'true' }, 'fx');
  return {
    element: element('div', { class: 'formula-bar' }, name, sign, field, note),
    select(cell) {
      selected = cell;
      if (!edited) draw();
    },
  };
}

function toTyping({ tab, row, column }: Selected, text: string) {
  return { do: 'type', tab, row, column, text } as const;
}

function editNote({ tab, row, column, note }: Selected, session: Session): void {
  const field = element('textarea', { rows: '5', 'aria-label': say({ fr: 'Note', en: 'Note' }) }, note);
  const save = button(say({ fr: 'Enregistrer', en: 'Save' }), async () => {
    if (await session.act({ do: 'note', tab, row, column, text: field.value })) dialog.close();
  });
  const cancel = button(say({ fr: 'Annuler', en: 'Cancel' }), () => {
    dialog.close();
  });
  const title = say({ fr: `Note de ${cellName(row, column)}`, en: `Note of ${cellName(row, column)}` });
  const dialog = openDialog(title, [field, element('div', { class: 'actions' }, save, cancel)]);
  field.focus();
}
