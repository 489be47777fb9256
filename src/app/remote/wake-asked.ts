import { isCalled } from '../../platform/triggers';
import { createAlarm } from '../alarm';
import { TICK } from '../dispatch/ticking';

const HANDLER = 'runAsked';
const alarm = createAlarm(HANDLER, TICK);

/** Has the person's runs that were asked for begin in `ms` milliseconds; null: there are none any more. */
export function wakeAsked(ms: number | null): void {
  if (ms === null) alarm.clear();
  else alarm.set(ms);
}

/** Sees to it that they begin at all; what is to wake them already is not put off. */
export function keepAwake(): void {
  if (!isCalled(HANDLER)) alarm.set(1_000);
}
