import type { Alarm } from '../engine/engine';
import { callHourly, callUntilStopped, stopCalling } from '../platform/triggers';

/**
 * Wakes what is paused through the top-level function `handler`. Where Google grants no such trigger, the hourly one, `hourly`, wakes
 * it at its next call.
 */
export function createAlarm(handler: string, hourly: string): Alarm {
  return {
    set(ms) {
      try {
        callUntilStopped(handler, ms);
      } catch {
        // A published add-on may have hourly triggers only, and anyone may have used up their twenty.
        callHourly(hourly);
      }
    },
    clear() {
      stopCalling(handler);
    },
  };
}
