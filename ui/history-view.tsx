import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Failure, Home, View } from '../src/app/rpc';
import { ActButton } from './act-button';
import { HistoryExport } from './history-export';
import { HistoryFilter } from './history-filter';
import { HistoryRuns } from './history-runs';
import { say } from './language';
import { Notice } from './notice';
import { call } from './server';
import { settled } from './settled';
import { useHistory } from './use-history';

export interface HistoryViewProps {
  readonly home: Home;
  /** Whose runs are shown first, by id; absent: those of all. */
  readonly connection?: string | undefined;
  readonly onOpen: (view: View) => void;
}

/** The last runs, of one connection or of all, and why some failed. */
export function HistoryView({ home, connection, onOpen }: HistoryViewProps): JSX.Element {
  const [chosen, setChosen] = useState(connection ?? '');
  const [isFailedOnly, setFailedOnly] = useState(false);
  const { runs, failure, reload } = useHistory(chosen === '' ? null : chosen);
  const shown = runs?.filter(({ status }) => !isFailedOnly || status === 'failed' || status === 'missed');
  return (
    <>
      <h1>{say({ fr: 'Historique', en: 'History' })}</h1>
      <HistoryFilter home={home} runs={runs} chosen={chosen} onChange={setChosen} />
      <label class="choice">
        <input
          type="checkbox"
          checked={isFailedOnly}
          onChange={(event) => {
            setFailedOnly(event.currentTarget.checked);
          }}
        />
        {say({ fr: 'Seulement les échecs', en: 'Failures only' })}
      </label>
      {!runs && !failure && <p role="status">{say({ fr: 'Lecture de l’historique…', en: 'Reading the history…' })}</p>}
      {failure && <Unread failure={failure} onRetry={reload} />}
      {runs?.length === 0 && <p>{say(chosen === '' ? NEVER : NEVER_THIS)}</p>}
      {runs && runs.length > 0 && shown?.length === 0 && <p>{say(NO_FAILURE)}</p>}
      {shown && shown.length > 0 && (
        <HistoryRuns key={`${chosen} ${String(isFailedOnly)}`} runs={shown} home={home} onOpen={onOpen} />
      )}
      {runs && <TabLinks hasHistory={runs.length > 0} />}
      {runs && runs.length > 0 && <HistoryExport />}
    </>
  );
}

const NEVER = {
  fr: 'Aucune synchronisation n’est encore terminée. Chacune laissera ici sa durée, ses lignes et ses messages.',
  en: 'No sync has ended yet. Each one will leave its duration, its rows and its messages here.',
};
const NEVER_THIS = {
  fr: 'Aucune synchronisation de cette connexion n’est dans l’historique.',
  en: 'No sync of this connection is in the history.',
};
const NO_FAILURE = {
  fr: 'Aucun échec parmi les dernières synchronisations.',
  en: 'No failure among the last syncs.',
};

function Unread({ failure, onRetry }: { readonly failure: Failure; readonly onRetry: () => void }): JSX.Element {
  return (
    <>
      <Notice kind="error" text={failure.advice} details={failure.details} />
      <button type="button" onClick={onRetry}>
        {say({ fr: 'Réessayer', en: 'Try again' })}
      </button>
    </>
  );
}

/** The tabs that tell the same in the spreadsheet. */
function TabLinks({ hasHistory }: { readonly hasHistory: boolean }): JSX.Element {
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isDrawing, setDrawing] = useState(false);
  const show = async (tab: 'showHistoryTab' | 'showDashboard'): Promise<void> => {
    setDrawing(tab === 'showDashboard');
    const result = await settled(call(tab));
    setDrawing(false);
    setFailure(result.ok ? null : result);
  };
  return (
    <>
      {hasHistory && <ActButton words={HISTORY} isBusy={isDrawing} onAct={() => void show('showHistoryTab')} />}
      <ActButton words={isDrawing ? DRAWING : DASHBOARD} isBusy={isDrawing} onAct={() => void show('showDashboard')} />
      {failure && <Notice kind="error" text={failure.advice} details={failure.details} />}
    </>
  );
}

const HISTORY = { fr: 'Voir l’onglet Historique', en: 'Show the tab History' };
const DASHBOARD = { fr: 'Voir le tableau de bord', en: 'Show the dashboard' };
const DRAWING = { fr: 'Mise à jour du tableau de bord…', en: 'Updating the dashboard…' };
