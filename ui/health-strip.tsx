import type { JSX } from 'preact';
import type { HealthView } from '../src/app/rpc';
import { toMoment } from './format';
import { say, typeset } from './language';

export interface HealthStripProps {
  readonly health: HealthView;
  /** Why it is down stands on the card already. */
  readonly isTold: boolean;
}

/** How a connection's system answered in each of the last hours, as small bars, with what they mean in words. */
export function HealthStrip({ health, isTold }: HealthStripProps): JSX.Element {
  const { marks, downSince } = health;
  const why = isTold ? '' : health.why;
  return (
    <div>
      <div class="health" aria-hidden="true">
        {Array.from(marks.padStart(HOURS, '-')).map((mark, hour) => (
          <span key={hour} class={KINDS[mark]} />
        ))}
      </div>
      <p class={downSince === undefined ? 'help' : 'advice error'}>
        {downSince === undefined ? say(toUp(marks)) : typeset(`${say(toDown(downSince))} ${why}`.trimEnd())}
      </p>
    </div>
  );
}

const HOURS = 24;
const KINDS: Readonly<Record<string, string>> = { u: 'up', d: 'down' };

function toUp(marks: string): { readonly fr: string; readonly en: string } {
  const looks = Array.from(marks).filter((mark) => mark !== '-').length;
  const ups = Array.from(marks).filter((mark) => mark === 'u').length;
  if (looks < 2) return { fr: 'Le service répond.', en: 'The service answers.' };
  return {
    fr: `Le service répond : ${ups} fois sur ${looks} ces dernières 24 heures.`,
    en: `The service answers: ${ups} times out of ${looks} in the last 24 hours.`,
  };
}

function toDown(since: number): { readonly fr: string; readonly en: string } {
  const when = toMoment(since);
  return {
    fr: `Le service ne répond plus comme il faut depuis le ${when}.`,
    en: `The service has not answered as it should since ${when}.`,
  };
}
