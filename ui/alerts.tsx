import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { AlertsView } from '../src/app/rpc';
import { AlertsSection } from './alerts-section';
import { AnswerNotice } from './answer-notice';
import { call } from './server';
import { useAnswer } from './use-answer';
import { WebhooksSection } from './webhooks-section';

/** Who is told what happens while nobody watches: people by mail, other services by webhooks. */
export function Alerts(): JSX.Element {
  const answer = useAnswer('alerts', () => call('openAlerts'));
  const [changed, setChanged] = useState<AlertsView | null>(null);
  const view = changed ?? answer.value;
  if (!view) {
    return <AnswerNotice answer={answer} waiting={{ fr: 'Lecture des alertes…', en: 'Reading the alerts…' }} />;
  }
  return (
    <>
      <AlertsSection view={view} onView={setChanged} />
      <WebhooksSection view={view} onView={setChanged} />
    </>
  );
}
