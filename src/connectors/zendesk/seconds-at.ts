import type { Json } from '../../core/model';
import { textOf } from '../fields';

/** The second since 1970 in which an instant (ISO 8601) falls; 0 where there is none. */
export function secondsAt(instant: Json | undefined): number {
  const time = Date.parse(textOf(instant));
  return Number.isNaN(time) ? 0 : Math.floor(time / 1000);
}
