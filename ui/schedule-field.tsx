import type { JSX } from 'preact';
import type { Rhythm } from '../src/app/rpc';
import { Field } from './field';
import { language, say } from './language';
import { Section } from './section';

export interface ScheduleFieldProps {
  /** null: never. */
  readonly rhythm: Rhythm | null;
  readonly fault: string | undefined;
  readonly onChange: (rhythm: Rhythm | null) => void;
}

/** How often a connection is synced by itself, on which day and at what hour. */
export function ScheduleField({ rhythm, fault, onChange }: ScheduleFieldProps): JSX.Element {
  const state = say(OFTEN[rhythm?.every ?? 'never']);
  return (
    <Section title={say({ fr: 'Fréquence', en: 'Frequency' })} state={state.toLowerCase()}>
      <Field name="schedule" label={say({ fr: 'Synchroniser sans vous', en: 'Sync without you' })} fault={fault}>
        {(ties) => (
          <select
            {...ties}
            value={rhythm?.every ?? 'never'}
            onChange={(event) => {
              onChange(withEvery(rhythm, event.currentTarget.value));
            }}
          >
            {Object.entries(OFTEN).map(([value, words]) => (
              <option key={value} value={value}>
                {say(words)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {rhythm && rhythm.every !== 'hour' && <Moment rhythm={rhythm} onChange={onChange} />}
    </Section>
  );
}

const OFTEN: Readonly<Record<Rhythm['every'] | 'never', { readonly fr: string; readonly en: string }>> = {
  never: { fr: 'Jamais', en: 'Never' },
  hour: { fr: 'Chaque heure', en: 'Every hour' },
  day: { fr: 'Chaque jour', en: 'Every day' },
  twoDays: { fr: 'Tous les deux jours', en: 'Every two days' },
  week: { fr: 'Chaque semaine', en: 'Every week' },
  month: { fr: 'Chaque mois', en: 'Every month' },
};

/** When most offices are still closed. */
const FIRST_HOUR = 6;

function withEvery(rhythm: Rhythm | null, every: string): Rhythm | null {
  const hour = rhythm?.hour ?? FIRST_HOUR;
  if (every === 'hour' || every === 'day' || every === 'twoDays') return { every, hour };
  return every === 'week' || every === 'month' ? { every, hour, day: 1 } : null;
}

function Moment({ rhythm, onChange }: { readonly rhythm: Rhythm } & Pick<ScheduleFieldProps, 'onChange'>): JSX.Element {
  const { every, day = 1, hour } = rhythm;
  return (
    <>
      {(every === 'week' || every === 'month') && (
        <Numbers
          name="day"
          label={say({ fr: 'Le', en: 'On' })}
          help={every === 'month' ? say(SHORT_MONTHS) : ''}
          from={1}
          to={every === 'week' ? 7 : 31}
          value={day}
          toText={every === 'week' ? toWeekday : toDate}
          onChange={(next) => {
            onChange({ ...rhythm, day: next });
          }}
        />
      )}
      <Numbers
        name="hour"
        label={say({ fr: 'À', en: 'At' })}
        help={say(WITHIN_THE_HOUR)}
        from={0}
        to={23}
        value={hour}
        toText={toHour}
        onChange={(next) => {
          onChange({ ...rhythm, hour: next });
        }}
      />
    </>
  );
}

const SHORT_MONTHS = {
  fr: 'Un mois plus court prend son dernier jour.',
  en: 'A shorter month takes its last day.',
};

const WITHIN_THE_HOUR = {
  fr: 'À l’heure de la feuille de calcul. La synchronisation commence dans l’heure qui suit, même si rien n’est ouvert.',
  en: 'On the clock of the spreadsheet. The sync begins within the hour that follows, even if nothing is open.',
};

interface NumbersProps {
  readonly name: string;
  readonly label: string;
  readonly help: string;
  readonly from: number;
  readonly to: number;
  readonly value: number;
  readonly toText: (value: number) => string;
  readonly onChange: (value: number) => void;
}

function Numbers({ name, label, help, from, to, value, toText, onChange }: NumbersProps): JSX.Element {
  return (
    <Field name={name} label={label} help={help}>
      {(ties) => (
        <select
          {...ties}
          value={value}
          onChange={(event) => {
            onChange(Number(event.currentTarget.value));
          }}
        >
          {Array.from({ length: to - from + 1 }, (_, index) => from + index).map((number) => (
            <option key={number} value={number}>
              {toText(number)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** `day` counts from 1, Monday: the day of the week of January 1, 2024. */
function toWeekday(day: number): string {
  return new Intl.DateTimeFormat(language(), { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, day));
}

function toDate(day: number): string {
  return say({ fr: day === 1 ? '1er du mois' : `${day} du mois`, en: `day ${day} of the month` });
}

function toHour(hour: number): string {
  return say({ fr: `${hour} h`, en: `${hour}:00` });
}
