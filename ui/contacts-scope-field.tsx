import type { JSX } from 'preact';
import { Radios } from './choice-field';
import { ContactsLabels } from './contacts-labels';
import { Field } from './field';
import { toNumber } from './format';
import { say } from './language';
import { call } from './server';
import { TextInput } from './text-input';
import { useAnswer } from './use-answer';
import type { ContactsFormState } from './use-contacts-form';

export interface ContactsScopeFieldProps extends Pick<ContactsFormState, 'values' | 'faults'> {
  readonly onChange: ContactsFormState['change'];
}

/** Which Google contacts come into the tab: those with a label, by its name, or all. */
export function ContactsScopeField({ values, faults, onChange }: ContactsScopeFieldProps): JSX.Element {
  return (
    <>
      <Radios
        name="scope"
        title={say({
          fr: 'Quels contacts Google entrent dans l’onglet',
          en: 'Which Google contacts come into the tab',
        })}
        fault={faults.scope}
        choices={[
          {
            value: 'label',
            title: say({ fr: 'Ceux qui ont un libellé', en: 'Those with a label' }),
            help: say(LABEL_HELP),
          },
          { value: 'all', title: say({ fr: 'Tous', en: 'All' }), help: say(ALL_HELP) },
        ]}
        chosen={values.scope}
        onInput={(value) => {
          onChange({ scope: value === 'all' ? 'all' : 'label' });
        }}
      />
      {values.scope === 'label' && (
        <LabelField
          label={values.label}
          fault={faults.label}
          onChange={(label) => {
            onChange({ label });
          }}
        />
      )}
    </>
  );
}

const LABEL_HELP = {
  fr: 'Les clients que vous ajoutez à l’onglet le reçoivent dans Google. Vos contacts personnels restent en dehors.',
  en: 'Clients that you add to the tab get it in Google. Your private contacts stay out.',
};
const ALL_HELP = {
  fr: 'Chaque contact qui a une adresse e-mail devient une ligne.',
  en: 'Each contact with an e-mail address becomes a row.',
};

interface LabelFieldProps {
  readonly label: string;
  readonly fault: string | undefined;
  readonly onChange: (label: string) => void;
}

/** The longest name that we send to Google. */
const LONGEST_LABEL = 100;

function LabelField({ label, fault, onChange }: LabelFieldProps): JSX.Element {
  const labels = useAnswer('', () => call('listLabels'));
  const typed = label.trim().toLowerCase();
  const known = labels.value?.find(({ name }) => name.toLowerCase() === typed);
  return (
    <>
      <Field
        name="label"
        label={say({ fr: 'Nom du libellé', en: 'Name of the label' })}
        help={labels.value && typed !== '' ? toMembersWords(known?.members) : ''}
        fault={fault}
      >
        {(ties) => <TextInput ties={ties} value={label} longest={LONGEST_LABEL} required onInput={onChange} />}
      </Field>
      <ContactsLabels labels={labels} chosen={known?.name ?? null} onChoose={onChange} />
    </>
  );
}

function toMembersWords(members: number | undefined): string {
  if (members === undefined) {
    return say({
      fr: 'Vous n’avez pas encore ce libellé : Sync le crée.',
      en: 'You do not have this label yet: Sync makes it.',
    });
  }
  const count = toNumber(members);
  return say({
    fr: `${count} ${members < 2 ? 'contact a' : 'contacts ont'} ce libellé.`,
    en: `${count} ${members === 1 ? 'contact has' : 'contacts have'} this label.`,
  });
}
