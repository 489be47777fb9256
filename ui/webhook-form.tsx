import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Failure, NewSecret, WebhookDraft, WebhookEventName } from '../src/app/rpc';
import { CheckField } from './check-field';
import { Field, focusField } from './field';
import { say } from './language';
import { Notice } from './notice';
import { call } from './server';
import { settled } from './settled';
import { TextInput } from './text-input';
import { EVENTS } from './webhook-words';

export interface WebhookFormProps {
  readonly onAdded: (added: NewSecret) => void;
  readonly onCancel: () => void;
}

/** Asks where a new webhook is and what it is told of. */
export function WebhookForm({ onAdded, onCancel }: WebhookFormProps): JSX.Element {
  const [url, setUrl] = useState('');
  const [events, setEvents] = useState<readonly WebhookEventName[]>(['sync.failed', 'connection.unhealthy']);
  const { isBusy, failure, add } = useAdding(onAdded);
  const fault = failure?.field === 'url' ? failure.advice : undefined;
  return (
    <form
      class="card"
      noValidate
      aria-label={say({ fr: 'Nouveau webhook', en: 'New webhook' })}
      onSubmit={(event) => {
        event.preventDefault();
        void add({ url, events });
      }}
    >
      <Field name="webhook-url" label={say(ADDRESS)} example={say(EXAMPLE)} fault={fault}>
        {(ties) => <TextInput ties={ties} value={url} longest={2000} required onInput={setUrl} />}
      </Field>
      <Events chosen={events} onChoose={setEvents} />
      {failure && fault === undefined && <Notice kind="error" text={failure.advice} details={failure.details} />}
      <div class="row">
        <button type="submit" class="action" aria-disabled={isBusy} aria-busy={isBusy}>
          {say({ fr: 'Ajouter', en: 'Add' })}
        </button>
        <button type="button" onClick={onCancel}>
          {say({ fr: 'Annuler', en: 'Cancel' })}
        </button>
      </div>
    </form>
  );
}

const ADDRESS = { fr: 'Adresse à appeler', en: 'Address to call' };
const EXAMPLE = { fr: 'https://exemple.fr/webhook', en: 'https://example.com/webhook' };

interface Adding {
  readonly isBusy: boolean;
  readonly failure: Failure | null;
  readonly add: (draft: WebhookDraft) => Promise<void>;
}

function useAdding(onAdded: (added: NewSecret) => void): Adding {
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const add = async (draft: WebhookDraft): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    setFailure(null);
    const answer = await settled(call('addWebhook', draft));
    setBusy(false);
    if (answer.ok) {
      onAdded(answer.value);
      return;
    }
    setFailure(answer);
    if (answer.field === 'url') focusField('webhook-url');
  };
  return { isBusy, failure, add };
}

interface EventsProps {
  readonly chosen: readonly WebhookEventName[];
  readonly onChoose: (events: readonly WebhookEventName[]) => void;
}

function Events({ chosen, onChoose }: EventsProps): JSX.Element {
  return (
    <fieldset class="stack">
      <legend>{say({ fr: 'Ce qu’il faut signaler', en: 'What it is told of' })}</legend>
      {EVENTS.map(({ name, title }) => (
        <CheckField
          key={name}
          title={say(title)}
          isChecked={chosen.includes(name)}
          onChange={(isChecked) => {
            onChoose(
              EVENTS.map((event) => event.name).filter((each) => (each === name ? isChecked : chosen.includes(each))),
            );
          }}
        />
      ))}
    </fieldset>
  );
}
