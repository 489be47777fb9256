import type { JSX } from 'preact';
import { CopyDetails } from './copy-details';
import { typeset } from './language';

export interface NoticeProps {
  readonly kind: 'error' | 'warning' | 'success' | 'info';
  /** One or more sentences for the user. */
  readonly text: string;
  /** The same for whoever helps the user: offered for copying. */
  readonly details?: string | undefined;
}

/** What happened, in words and colour; screen readers hear errors at once, all else when they have finished their sentence. */
export function Notice({ kind, text, details }: NoticeProps): JSX.Element {
  return (
    <div class={`notice ${kind}`} role={kind === 'error' ? 'alert' : 'status'}>
      <p>{typeset(text)}</p>
      {kind === 'error' && details && <CopyDetails text={details} />}
    </div>
  );
}
