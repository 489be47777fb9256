import type { Alarm } from '../engine/engine';
import { callHourly, callUntilStopped, stopCalling } from '../platform/triggers';

/**
 * Wakes a paused run through the top-level function `continueSync`. Where Google grants no such trigger, the hourly one
 * wakes it at its next tick.
 */
export const alarm: Alarm = {
  set(ms) {
    try {
      callUntilStopped('continueSync', ms);
    } catch {
      // A published add-on may have hourly triggers only, and anyone may have used up their twenty.
      callHourly('hourlyTick');
    }
  },
  clear() {
    stopCalling('continueSync');
  },
};
