import { planWalks } from '../engine/plan-walks';
import { attempt } from './attempt';
import type { Connection } from './connections';
import { findConnector } from './find-connector';

/**
 * Whether a stream of the connection repeats names of other streams' records, where both have a tab. False for one whose
 * system is not known any more: it must not take the menu away, with which it can be mended.
 */
export function repeatsNames({ connector, settings, streams }: Connection): boolean {
  const found = attempt(() => planWalks(findConnector(connector).streams(settings), streams).targets);
  if (!found.ok) return false;
  const names = new Set(found.value.map(({ name }) => name));
  return found.value.some(({ labels = [] }) => labels.some(({ stream }) => names.has(stream)));
}
