import { clock } from '../../platform/clock';
import { documentStore } from '../../platform/property-stores';
import { userEmail } from '../../platform/session';
import { callHourly, stopCalling } from '../../platform/triggers';
import { writeBeat } from './beats';
import { hasDuties } from './duties';

/** The function that Google calls every hour for each person who has something to be done by itself. */
export const TICK = 'hourlyTick';

/** Makes Google call `TICK` every hour for the person who runs the script. Throws what Google throws. */
export function startTicking(): void {
  callHourly(TICK);
  // Nobody is to be told that the trigger is silent before it could speak.
  writeBeat(documentStore(), userEmail(), { at: clock.now() });
}

/** The same in place of a trigger that Google calls no more. */
export function startTickingAnew(): void {
  stopCalling(TICK);
  startTicking();
}

/** Ends those calls when they have nothing to wait for. */
export function stopTicking(): void {
  const store = documentStore();
  const person = userEmail();
  if (hasDuties(store.all(), person)) return;
  stopCalling(TICK);
  writeBeat(store, person, null);
}
