import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { ConnectionView } from '../src/app/rpc';
import { type CardNotice, toCardNotice } from './card-notice';
import { say } from './language';
import { call } from './server';
import { settled } from './settled';

export interface ScheduleSwitchProps {
  readonly connection: ConnectionView;
  readonly onChanged: (connection: ConnectionView) => void;
  readonly onNotice: (notice: CardNotice | null) => void;
}

/** Switches automatic runs on and off, and says when the next one is. Anyone may switch them off, their owner on. */
export function ScheduleSwitch({ connection, onChanged, onNotice }: ScheduleSwitchProps): JSX.Element {
  const [isBusy, setBusy] = useState(false);
  const { id, schedule } = connection;
  const isOn = schedule !== undefined && schedule.paused !== true;
  const reason = isOn ? '' : toReason(connection);
  const flip = async (): Promise<void> => {
    setBusy(true);
    onNotice(null);
    const answer = await settled(call('pauseConnection', id, isOn));
    setBusy(false);
    if (answer.ok) onChanged(answer.value);
    else onNotice(toCardNotice(answer));
  };
  return (
    <div>
      <div class="row">
        <span id={`auto-${id}`} class="grow">
          {say({ fr: 'Synchronisation automatique', en: 'Automatic sync' })}
        </span>
        <button
          type="button"
          role="switch"
          class="switch"
          aria-checked={isOn}
          aria-busy={isBusy}
          aria-disabled={reason !== ''}
          aria-labelledby={`auto-${id} title-${id}`}
          aria-describedby={`next-${id}`}
          onClick={() => {
            if (!isBusy && reason === '') void flip();
          }}
        />
      </div>
      <p id={`next-${id}`} class="help">
        {isOn ? toSentence(schedule.text) : reason || say({ fr: 'Désactivée.', en: 'Off.' })}
      </p>
    </div>
  );
}

function toReason({ isMine, needsSecrets, owner }: ConnectionView): string {
  if (!isMine) return say({ fr: `Seul ${owner} peut l’activer.`, en: `Only ${owner} can switch it on.` });
  if (!needsSecrets) return '';
  return say({ fr: 'Saisissez d’abord la clé.', en: 'Type the key first.' });
}

function toSentence(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;
}
