import type { Clock } from './services';

export const clock: Clock = {
  now: () => Date.now(),
  sleep: (ms) => {
    Utilities.sleep(ms);
  },
};
