/** Milliseconds: a longer wait is for the engine, which ends the execution meanwhile. */
export const LONGEST_WAIT = 30_000;
