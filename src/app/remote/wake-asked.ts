import { createAlarm } from '../alarm';

const alarm = createAlarm('runAsked', 'hourlyTick');

/** Has the person's runs that were asked for begin in `ms` milliseconds; null: there are none any more. */
export function wakeAsked(ms: number | null): void {
  if (ms === null) alarm.clear();
  else alarm.set(ms);
}
