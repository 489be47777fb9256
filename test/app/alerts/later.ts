import type { Machine } from '../../../local/apps-script/machine';

/** Lets time pass in which Google called nobody, then has it make the calls that are due: one for each trigger. */
export function later(machine: Machine, ms: number): void {
  const { state } = machine;
  state.now += ms;
  for (const trigger of state.triggers) {
    if (trigger.nextAt !== null) trigger.nextAt = Math.max(trigger.nextAt, state.now);
  }
  machine.advance(0);
}
