import type { JSX } from 'preact';
import type { ContactsSettings, ContactsView } from '../src/app/rpc';
import { CheckField } from './check-field';
import { Radios } from './choice-field';
import { ContactsScopeField } from './contacts-scope-field';
import { DIRECTIONS, toWhen } from './contacts-words';
import { say } from './language';
import { Notice } from './notice';
import { Section } from './section';
import { type ContactsFormState, useContactsForm } from './use-contacts-form';

export interface ContactsFormProps {
  /** What it begins with. */
  readonly settings: ContactsSettings;
  readonly onSaved: (view: ContactsView) => void;
  /** Absent: there is nowhere to go back to. */
  readonly onCancel?: () => void;
}

/** What is synced, which way, who wins and when. */
export function ContactsForm({ settings, onSaved, onCancel }: ContactsFormProps): JSX.Element {
  const state = useContactsForm(settings, onSaved);
  const { failure, isBusy, save } = state;
  const hasFault = Object.keys(state.faults).length > 0;
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <ContactsScopeField values={state.values} faults={state.faults} onChange={state.change} />
      <DirectionField state={state} />
      <TieField state={state} />
      <WhenField state={state} />
      {failure && <Notice kind="error" text={hasFault ? say(SEE_FIELD) : failure.advice} details={failure.details} />}
      <div class="row">
        <button type="submit" class="action" aria-disabled={isBusy} aria-busy={isBusy}>
          {isBusy ? say({ fr: 'Enregistrement…', en: 'Saving…' }) : say({ fr: 'Enregistrer', en: 'Save' })}
        </button>
        {onCancel && (
          <button type="button" aria-disabled={isBusy} onClick={onCancel}>
            {say({ fr: 'Annuler', en: 'Cancel' })}
          </button>
        )}
      </div>
    </form>
  );
}

const SEE_FIELD = {
  fr: 'Rien n’a été enregistré. Voyez le message du champ à corriger.',
  en: 'Nothing was saved. See the message of the field to correct.',
};

interface PartProps {
  readonly state: ContactsFormState;
}

function DirectionField({ state: { values, faults, change } }: PartProps): JSX.Element {
  return (
    <Section title={say({ fr: 'Sens', en: 'Direction' })} state={say(DIRECTIONS[values.direction])}>
      <Radios
        name="direction"
        title={say({ fr: 'Dans quel sens synchroniser', en: 'Which way to sync' })}
        fault={faults.direction}
        choices={[
          { value: 'both', title: say({ fr: 'Dans les deux sens', en: 'Both ways' }) },
          { value: 'toGoogle', title: say({ fr: 'De l’onglet vers Google', en: 'From the tab to Google' }) },
          { value: 'fromGoogle', title: say({ fr: 'De Google vers l’onglet', en: 'From Google to the tab' }) },
        ]}
        chosen={values.direction}
        onInput={(value) => {
          change({ direction: value === 'toGoogle' || value === 'fromGoogle' ? value : 'both' });
        }}
      />
    </Section>
  );
}

function TieField({ state: { values, faults, change } }: PartProps): JSX.Element {
  const google = say({ fr: 'Google l’emporte', en: 'Google wins' });
  return (
    <Section
      title={say({ fr: 'En cas d’égalité', en: 'In a tie' })}
      state={values.tie === 'google' ? google : say({ fr: 'l’onglet l’emporte', en: 'the tab wins' })}
    >
      <Radios
        name="tie"
        title={say({ fr: 'Qui l’emporte', en: 'Who wins' })}
        help={say(TIE_HELP)}
        fault={faults.tie}
        choices={[
          { value: 'sheet', title: say({ fr: 'L’onglet l’emporte', en: 'The tab wins' }) },
          { value: 'google', title: google },
        ]}
        chosen={values.tie}
        onInput={(value) => {
          change({ tie: value === 'google' ? 'google' : 'sheet' });
        }}
      />
    </Section>
  );
}

const TIE_HELP = {
  fr: 'À la première synchronisation, et quand les deux côtés ont changé la même information sans qu’on sache qui l’a fait en dernier. L’autre valeur reste dans le journal.',
  en: 'At the first sync, and when both sides changed the same field and it cannot be told which was later. The other value stays in the journal.',
};

function WhenField({ state: { values, change } }: PartProps): JSX.Element {
  return (
    <Section title={say({ fr: 'Sans vous', en: 'Without you' })} state={toWhen(values)}>
      <CheckField
        title={say({ fr: 'Synchroniser chaque heure', en: 'Sync every hour' })}
        help={say({ fr: 'Même si la feuille de calcul est fermée.', en: 'Even if the spreadsheet is closed.' })}
        isChecked={values.hourly}
        onChange={(hourly) => {
          change({ hourly });
        }}
      />
      {values.direction !== 'fromGoogle' && (
        <CheckField
          title={say({ fr: 'Envoyer une ligne dès qu’elle est modifiée', en: 'Send a row as soon as it is edited' })}
          help={say(AT_ONCE_HELP)}
          isChecked={values.atOnce}
          onChange={(atOnce) => {
            change({ atOnce });
          }}
        />
      )}
    </Section>
  );
}

const AT_ONCE_HELP = {
  fr: 'Elle arrive dans Google en quelques secondes, qui que ce soit qui l’ait modifiée.',
  en: 'It arrives in Google within seconds, whoever has edited it.',
};
