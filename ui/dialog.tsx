import type { ComponentChildren, JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

export interface DialogProps {
  readonly title: string;
  readonly children: ComponentChildren;
  /** Esc was pressed: the dialog must go. */
  readonly onCancel: () => void;
}

/** A question that must be answered first; the focus stays in it, and goes back where it came from. */
export function Dialog({ title, children, onCancel }: DialogProps): JSX.Element {
  const place = useRef<HTMLDialogElement>(null);
  // Closed before it leaves the page: else the browser does not give the focus back.
  useLayoutEffect(() => {
    const dialog = place.current;
    dialog?.showModal();
    return () => {
      dialog?.close();
    };
  }, []);
  const cancel = (event: Event): void => {
    event.preventDefault();
    onCancel();
  };
  return (
    <dialog ref={place} aria-labelledby="dialog-title" onCancel={cancel}>
      <div class="stack">
        <h2 id="dialog-title">{title}</h2>
        {children}
      </div>
    </dialog>
  );
}
