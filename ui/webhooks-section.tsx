import { Fragment, type JSX, type RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
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
  const [isAdding, setAdding] = useState(false);
  const [made, setMade] = useState<NewSecret | null>(null);
  const heading = useCaughtFocus([view, isAdding, made]);
  const take = (secret: NewSecret): void => {
    setAdding(false);
    setMade(secret);
    onView(secret.alerts);
  };
  const forget = (): void => {
    setMade(null);
  };
  return (
    <section class="stack" aria-labelledby="webhooks">
      <h2 id="webhooks" tabIndex={-1} ref={heading}>
        Webhooks
      </h2>
      <p class="help">{say(WHAT)}</p>
      {view.webhooks.map((webhook) => (
        <Fragment key={webhook.id}>
          <WebhookItem webhook={webhook} onView={onView} onSecret={take} />
          {made?.id === webhook.id && <ShownOnce label={SECRET} secret={made.secret} onDone={forget} />}
        </Fragment>
      ))}
      {view.webhooks.length >= view.most ? (
        <p class="help">{say(fullWords(view.most))}</p>
      ) : (
        <Adding isOpen={isAdding} onOpen={setAdding} onAdded={take} />
      )}
    </section>
  );
}

interface AddingProps {
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  readonly onAdded: (made: NewSecret) => void;
}

function Adding({ isOpen, onOpen, onAdded }: AddingProps): JSX.Element {
  const flip = (): void => {
    onOpen(!isOpen);
  };
  if (isOpen) return <WebhookForm onAdded={onAdded} onCancel={flip} />;
  return (
    <button type="button" onClick={flip}>
      {say({ fr: 'Ajouter un webhook…', en: 'Add a webhook…' })}
    </button>
  );
}

/** Belongs to a heading: it takes the focus when what had it goes as `shown` changes. */
function useCaughtFocus(shown: readonly unknown[]): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  const isFirst = useRef(true);
  useEffect(() => {
    if (!isFirst.current && document.hasFocus() && document.activeElement === document.body) heading.current?.focus();
    isFirst.current = false;
  }, shown);
  return heading;
}

const SECRET = { fr: 'Secret de ce webhook', en: 'Secret of this webhook' };
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
