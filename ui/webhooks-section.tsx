import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { AlertsView, NewSecret } from '../src/app/rpc';
import { say } from './language';
import { ShownOnce } from './shown-once';
import { WebhookForm } from './webhook-form';
import { WebhookItem } from './webhook-item';

export interface WebhooksSectionProps {
  readonly view: AlertsView;
  readonly onView: (view: AlertsView) => void;
}

/** The other services that are told what happens, and a way to add one. */
export function WebhooksSection({ view, onView }: WebhooksSectionProps): JSX.Element {
  const [made, setMade] = useState<NewSecret | null>(null);
  const take = (secret: NewSecret): void => {
    setMade(secret);
    onView(secret.alerts);
  };
  return (
    <section class="stack" aria-labelledby="webhooks">
      <h2 id="webhooks">Webhooks</h2>
      <p class="help">{say(WHAT)}</p>
      {view.webhooks.map((webhook) => (
        <WebhookItem key={webhook.id} webhook={webhook} onView={onView} onSecret={take} />
      ))}
      {made && (
        <ShownOnce
          label={{ fr: 'Secret du webhook', en: 'Secret of the webhook' }}
          secret={made.secret}
          onDone={() => {
            setMade(null);
          }}
        />
      )}
      {view.webhooks.length < view.most ? <Adding onAdded={take} /> : <p class="help">{say(fullWords(view.most))}</p>}
    </section>
  );
}

function Adding({ onAdded }: { readonly onAdded: (made: NewSecret) => void }): JSX.Element {
  const [isOpen, setOpen] = useState(false);
  if (isOpen) {
    return (
      <WebhookForm
        onAdded={(made) => {
          setOpen(false);
          onAdded(made);
        }}
        onCancel={() => {
          setOpen(false);
        }}
      />
    );
  }
  return (
    <button
      type="button"
      onClick={() => {
        setOpen(true);
      }}
    >
      {say({ fr: 'Ajouter un webhook…', en: 'Add a webhook…' })}
    </button>
  );
}

const WHAT = {
  fr: 'Pour prévenir un autre service (Make, Zapier, votre site…) dès qu’une synchronisation se termine ou qu’une connexion ne répond plus. Les messages sont signés selon Standard Webhooks.',
  en: 'To tell another service (Make, Zapier, your site…) when a sync ends or a connection does not answer. Messages are signed by Standard Webhooks.',
};

function fullWords(most: number): { readonly fr: string; readonly en: string } {
  return {
    fr: `Une feuille de calcul a ${most} webhooks au plus.`,
    en: `A spreadsheet has at most ${most} webhooks.`,
  };
}
