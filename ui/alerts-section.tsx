import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { AlertsView, Failure, MailSettings } from '../src/app/rpc';
import { CheckField } from './check-field';
import { Field, focusField } from './field';
import { say } from './language';
import { Notice } from './notice';
import { call } from './server';
import { settled } from './settled';
import { useUnsaved } from './use-unsaved';

export interface AlertsSectionProps {
  readonly view: AlertsView;
  readonly onView: (view: AlertsView) => void;
}

/** Which mails are sent, and to whom beside the owner of a connection. */
export function AlertsSection({ view, onView }: AlertsSectionProps): JSX.Element {
  const { mails, typed, state, change, type, save } = useMails(view, onView);
  const failure = typeof state === 'object' ? state : null;
  const fault = failure?.field === 'extra' ? failure.advice : undefined;
  return (
    <section class="stack" aria-labelledby="alerts">
      <h2 id="alerts">{say({ fr: 'Alertes par e-mail', en: 'Alerts by e-mail' })}</h2>
      {view.owed > 0 && <Notice kind="warning" text={say(owedWords(view.owed))} />}
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Checks mails={mails} onChange={change} />
        <Field name="extra" label={say(EXTRA)} help={say(EXTRA_HELP)} optional fault={fault}>
          {(ties) => (
            <textarea
              {...ties}
              rows={3}
              spellcheck={false}
              value={typed}
              onInput={(event) => {
                type(event.currentTarget.value);
              }}
            />
          )}
        </Field>
        <button type="submit" aria-disabled={state === 'busy'} aria-busy={state === 'busy'}>
          {say({ fr: 'Enregistrer les alertes', en: 'Save the alerts' })}
        </button>
        {state === 'saved' && <Notice kind="success" text={say({ fr: 'C’est enregistré.', en: 'Saved.' })} />}
        {failure && fault === undefined && <Notice kind="error" text={failure.advice} details={failure.details} />}
      </form>
    </section>
  );
}

/** What the user has chosen and typed, and how storing it goes. */
interface Mails {
  readonly mails: MailSettings;
  readonly typed: string;
  readonly state: 'idle' | 'busy' | 'saved' | Failure;
  readonly change: (part: Partial<MailSettings>) => void;
  readonly type: (addresses: string) => void;
  readonly save: () => Promise<void>;
}

function useMails(view: AlertsView, onView: (view: AlertsView) => void): Mails {
  const [mails, setMails] = useState(view.mails);
  const [typed, setTyped] = useState(view.mails.extra.join('\n'));
  const [state, setState] = useState<Mails['state']>('idle');
  const wanted = { ...mails, extra: toLines(typed) };
  useUnsaved(JSON.stringify(wanted) !== JSON.stringify(view.mails));
  return {
    ...{ mails, typed, state },
    change: (part) => {
      setMails({ ...mails, ...part });
      setState('idle');
    },
    type: (addresses) => {
      setTyped(addresses);
      setState('idle');
    },
    save: async () => {
      if (state === 'busy') return;
      setState('busy');
      const answer = await settled(call('saveAlerts', wanted));
      setState(answer.ok ? 'saved' : answer);
      if (answer.ok) {
        onView(answer.value);
        setTyped(answer.value.mails.extra.join('\n'));
      } else if (answer.field === 'extra') focusField('extra');
    },
  };
}

interface ChecksProps {
  readonly mails: MailSettings;
  readonly onChange: (part: Partial<MailSettings>) => void;
}

function Checks({ mails, onChange }: ChecksProps): JSX.Element {
  return (
    <>
      <CheckField
        title={say({ fr: 'Échec et retour à la normale', en: 'Failures, and when all works again' })}
        help={say(FAILURE_HELP)}
        isChecked={mails.onFailure}
        onChange={(onFailure) => {
          onChange({ onFailure });
        }}
      />
      <CheckField
        title={say({ fr: 'Bilan du lundi matin', en: 'Summary on Monday morning' })}
        help={say(WEEKLY_HELP)}
        isChecked={mails.weekly}
        onChange={(weekly) => {
          onChange({ weekly });
        }}
      />
    </>
  );
}

function toLines(text: string): readonly string[] {
  return text
    .split(/[\n,;]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function owedWords(count: number): { readonly fr: string; readonly en: string } {
  return {
    fr: `${count === 1 ? 'Un message n’a pas encore pu être envoyé' : `${count} messages n’ont pas encore pu être envoyés`} : Google limite le nombre d’e-mails par jour. Sync réessaie toutes les heures.`,
    en: `${count === 1 ? 'One mail could not be sent yet' : `${count} mails could not be sent yet`}: Google limits the number of mails a day. Sync tries again every hour.`,
  };
}

const FAILURE_HELP = {
  fr: 'Au propriétaire de la connexion, quand une synchronisation automatique échoue : un seul message jusqu’à ce que tout fonctionne de nouveau, puis un autre pour le dire.',
  en: 'To the owner of the connection, when an automatic sync fails: one mail only until all works again, then another one that says so.',
};
const WEEKLY_HELP = {
  fr: 'À chaque propriétaire, pour ses connexions. Un lundi sans bilan montre que plus rien ne se synchronise.',
  en: 'To each owner, about their connections. A Monday without it shows that nothing is synced any more.',
};
const EXTRA = { fr: 'Prévenir aussi', en: 'Tell others too' };
const EXTRA_HELP = {
  fr: 'Une adresse e-mail par ligne, cinq au plus. Elles reçoivent les échecs et les retours à la normale.',
  en: 'One e-mail address a line, five at most. They are told of failures and when all works again.',
};
