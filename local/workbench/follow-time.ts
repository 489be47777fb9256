/** How the virtual clock follows the real one while nothing runs. */
export interface TimeFollower {
  /** So many real milliseconds are not passed on: an execution has let its own time pass. */
  skip(ms: number): void;
}

/** Passes real milliseconds on to `pass`, four times a second. */
export function followTime(pass: (ms: number) => void): TimeFollower {
  let last = performance.now();
  setInterval(() => {
    const ms = Math.floor(performance.now() - last);
    pass(ms);
    last = performance.now();
  }, 250);
  return {
    skip(ms) {
      last += ms;
    },
  };
}
