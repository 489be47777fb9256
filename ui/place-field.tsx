import type { JSX } from 'preact';
import type { StreamView } from '../src/app/rpc';
import type { FormValues } from './connection-draft';
import { Field, FieldNotes, tiesOf } from './field';
import { say } from './language';
import { Section } from './section';
import { TextInput } from './text-input';

export interface PlaceFieldProps {
  readonly values: Pick<FormValues, 'spreadsheet' | 'tabs'>;
  /** The chosen ones. */
  readonly streams: readonly StreamView[];
  /** Sentences by field. */
  readonly faults: Readonly<Record<string, string>>;
  readonly onChange: (values: Partial<Pick<FormValues, 'spreadsheet' | 'tabs'>>) => void;
}

/** The longest name that Google gives a tab. */
const LONGEST_NAME = 100;

const LONGEST_ADDRESS = 2000;

/** Which spreadsheet is filled, and what its new tabs are called. */
export function PlaceField({ values, streams, faults, onChange }: PlaceFieldProps): JSX.Element {
  return (
    <Section
      title={say({ fr: 'Onglets et feuille cible', en: 'Tabs and target spreadsheet' })}
      state={
        values.spreadsheet.trim() === ''
          ? say({ fr: 'cette feuille de calcul', en: 'this spreadsheet' })
          : say({ fr: 'une autre feuille de calcul', en: 'another spreadsheet' })
      }
    >
      <SpreadsheetField values={values} fault={faults.spreadsheet} onChange={onChange} />
      <TabNames values={values} streams={streams} fault={faults.tabs} onChange={onChange} />
    </Section>
  );
}

type PartProps = Pick<PlaceFieldProps, 'values' | 'onChange'> & { readonly fault: string | undefined };

function SpreadsheetField({ values, fault, onChange }: PartProps): JSX.Element {
  return (
    <Field
      name="spreadsheet"
      label={say({ fr: 'Adresse de la feuille de calcul', en: 'Address of the spreadsheet' })}
      help={say({
        fr: 'Laissez vide pour remplir cette feuille-ci. Une autre doit être partagée avec vous en modification. Si vous en changez, tout y est lu de nouveau, et les onglets d’avant restent où ils sont.',
        en: 'Leave blank to fill this spreadsheet. Another one must be shared with you as an editor. If you change it, everything is read again into it, and the earlier tabs stay where they are.',
      })}
      example="https://docs.google.com/spreadsheets/d/…"
      optional
      fault={fault}
    >
      {(ties) => (
        <TextInput
          ties={ties}
          value={values.spreadsheet}
          longest={LONGEST_ADDRESS}
          onInput={(spreadsheet) => {
            onChange({ spreadsheet });
          }}
        />
      )}
    </Field>
  );
}

function TabNames({ values, streams, fault, onChange }: PartProps & Pick<PlaceFieldProps, 'streams'>): JSX.Element {
  const help = say({
    fr: 'Laissez vide pour le nom habituel. Un onglet qui existe déjà garde son nom : renommez-le dans la feuille, Sync le retrouve.',
    en: 'Leave blank for the usual name. A tab that is there already keeps its name: rename it in the spreadsheet, Sync finds it.',
  });
  return (
    <fieldset class="stack" tabIndex={-1} {...tiesOf('tabs', { help, fault })}>
      <legend>{say({ fr: 'Noms des nouveaux onglets', en: 'Names of new tabs' })}</legend>
      <FieldNotes name="tabs" help={help} fault={fault} />
      {streams.map(({ name, title }) => (
        <Field key={name} name={`tab-${name}`} label={title}>
          {(ties) => (
            <TextInput
              ties={ties}
              value={values.tabs[name] ?? ''}
              longest={LONGEST_NAME}
              onInput={(text) => {
                onChange({ tabs: { ...values.tabs, [name]: text } });
              }}
            />
          )}
        </Field>
      ))}
    </fieldset>
  );
}
