import type { JSX } from 'preact';
import { Dialog } from './dialog';
import { say } from './language';

export interface LeaveDialogProps {
  readonly onStay: () => void;
  readonly onLeave: () => void;
}

/** Asks before what was typed is lost. */
export function LeaveDialog({ onStay, onLeave }: LeaveDialogProps): JSX.Element {
  return (
    <Dialog title={say({ fr: 'Quitter sans enregistrer ?', en: 'Leave without saving?' })} onCancel={onStay}>
      <p>{say({ fr: 'Ce que vous avez saisi sera perdu.', en: 'What you typed will be lost.' })}</p>
      <div class="row">
        <button type="button" class="action" onClick={onStay}>
          {say({ fr: 'Continuer la saisie', en: 'Keep editing' })}
        </button>
        <button type="button" onClick={onLeave}>
          {say({ fr: 'Quitter', en: 'Leave' })}
        </button>
      </div>
    </Dialog>
  );
}
