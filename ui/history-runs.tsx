import type { JSX } from 'preact';
import type { HistoryRun as Run, Home, View } from '../src/app/rpc';
import { HistoryRun } from './history-run';
import { LatestFirst } from './latest-first';

export interface HistoryRunsProps {
  /** Latest first. */
  readonly runs: readonly Run[];
  readonly home: Home;
  readonly onOpen: (view: View) => void;
}

/** Runs, the latest first, a page at a time; their bars compare those that are shown. */
export function HistoryRuns({ runs, home, onOpen }: HistoryRunsProps): JSX.Element {
  const lines = (shown: readonly Run[]): readonly JSX.Element[] => {
    const most = {
      read: Math.max(...shown.map(({ read }) => read)),
      duration: Math.max(...shown.map(({ duration }) => duration)),
    };
    return shown.map((run) => <Item key={run.id} run={run} home={home} most={most} onOpen={onOpen} />);
  };
  return <LatestFirst items={runs} lines={lines} />;
}

type ItemProps = Pick<HistoryRunsProps, 'home' | 'onOpen'> & {
  readonly run: Run;
  readonly most: Pick<Run, 'read' | 'duration'>;
};

function Item({ run, home, most, onOpen }: ItemProps): JSX.Element {
  const connection = home.connections.find(({ id }) => id === run.connection);
  const edit = (): void => {
    onOpen({ name: 'edit', connection: run.connection });
  };
  return (
    <HistoryRun
      run={run}
      connector={home.connectors.find(({ name }) => name === connection?.connector)}
      most={most}
      onEdit={connection?.isMine === true ? edit : undefined}
    />
  );
}
