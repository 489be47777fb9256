import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { HistoryRun as Run, Home, View } from '../src/app/rpc';
import { HistoryRun } from './history-run';
import { say } from './language';

export interface HistoryRunsProps {
  /** Latest first. */
  readonly runs: readonly Run[];
  readonly home: Home;
  readonly onOpen: (view: View) => void;
}

/** How many more runs a click shows. */
const PAGE = 20;

/** Runs, the latest first, a page at a time; their bars compare those that are shown. */
export function HistoryRuns({ runs, home, onOpen }: HistoryRunsProps): JSX.Element {
  const [count, setCount] = useState(PAGE);
  const shown = runs.slice(0, count);
  const most = {
    read: Math.max(...shown.map(({ read }) => read)),
    duration: Math.max(...shown.map(({ duration }) => duration)),
  };
  return (
    <>
      <ul class="list">
        {shown.map((run) => (
          <li key={run.id}>
            <Item run={run} home={home} most={most} onOpen={onOpen} />
          </li>
        ))}
      </ul>
      {count < runs.length && (
        <button
          type="button"
          onClick={() => {
            setCount(count + PAGE);
          }}
        >
          {say({ fr: 'Voir les précédentes', en: 'Show earlier ones' })}
        </button>
      )}
    </>
  );
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
