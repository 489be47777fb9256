import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Result } from '../src/app/rpc';
import { ActButton } from './act-button';
import { DownloadLink } from './download-link';
import { say } from './language';
import { Notice } from './notice';
import { call } from './server';
import { settled } from './settled';

/** Hands out the whole history as a CSV file. */
export function HistoryExport(): JSX.Element {
  const [isBusy, setBusy] = useState(false);
  const [result, setResult] = useState<Result<string> | null>(null);
  const read = async (): Promise<void> => {
    setBusy(true);
    setResult(await settled(call('exportHistory')));
    setBusy(false);
  };
  return (
    <>
      <ActButton words={EXPORT} isBusy={isBusy} onAct={() => void read()} />
      {isBusy && <p role="status">{say({ fr: 'Préparation du fichier…', en: 'Preparing the file…' })}</p>}
      {!isBusy && result?.ok === true && (
        <DownloadLink
          text={result.value}
          type="text/csv;charset=utf-8"
          name={say({ fr: 'sync-historique.csv', en: 'sync-history.csv' })}
        />
      )}
      {result?.ok === false && <Notice kind="error" text={result.advice} details={result.details} />}
    </>
  );
}

const EXPORT = { fr: 'Exporter tout l’historique (CSV)', en: 'Export the whole history (CSV)' };
