import type { ComponentChildren, JSX } from 'preact';
import { Dialog } from './dialog';
import { say } from './language';

export interface ConfirmDialogProps {
  readonly title: string;
  /** What the button says that goes on. */
  readonly action: string;
  /** What it does cannot be undone by a click. */
  readonly isDanger?: boolean;
  readonly isBusy?: boolean;
  /** What it means. */
  readonly children: ComponentChildren;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** Asks before something is done that cannot easily be taken back. */
export function ConfirmDialog(props: ConfirmDialogProps): JSX.Element {
  const { title, action, isDanger = false, isBusy = false, children, onConfirm, onCancel } = props;
  return (
    <Dialog title={title} onCancel={onCancel}>
      {children}
      <div class="row" aria-busy={isBusy}>
        <button
          type="button"
          class={isDanger ? 'danger' : 'action'}
          aria-disabled={isBusy}
          onClick={() => {
            if (!isBusy) onConfirm();
          }}
        >
          {action}
        </button>
        <button type="button" onClick={onCancel}>
          {say({ fr: 'Annuler', en: 'Cancel' })}
        </button>
      </div>
    </Dialog>
  );
}
