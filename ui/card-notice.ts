import type { Failure } from '../src/app/rpc';
import type { NoticeProps } from './notice';

/** What a card has to say about the last thing that was asked of it. */
export interface CardNotice extends NoticeProps {
  /** Editing the connection mends it. */
  readonly isMendable?: boolean;
}

/** A failure for the user, on the card that it is about. */
export function toCardNotice({ kind, advice, details }: Failure): CardNotice {
  const isMendable = kind === 'SettingsError' || kind === 'SignInError';
  return { kind: 'error', text: advice, details, isMendable };
}
