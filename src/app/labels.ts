import type { Connector, Settings, Stream } from '../connectors/connector';
import { planWalks } from '../engine/plan-walks';
import { attempt } from './attempt';
import { allConnections, type Connection } from './connections';
import { findConnector } from './find-connector';

/** The connections of which a stream repeats names of other streams' records, where both have a tab. */
export function connectionsWithLabels(): readonly Connection[] {
  return allConnections().filter(({ connector, settings, streams }) => {
    // A connection that is no use any more must not take the menu away, with which it can be mended.
    const found = attempt(() => planWalks(findConnector(connector).streams(settings), streams).targets);
    return found.ok && repeatNames(found.value);
  });
}

/** The stream in whose rows names of other streams' records are repeated, so that its tab says everything; null: none does. */
export function labelledStream(connector: Connector, settings: Settings): Stream | null {
  return connector.streams(settings).find(({ labels = [] }) => labels.length > 0) ?? null;
}

function repeatNames(streams: readonly Stream[]): boolean {
  const names = new Set(streams.map(({ name }) => name));
  return streams.some(({ labels = [] }) => labels.some(({ stream }) => names.has(stream)));
}
