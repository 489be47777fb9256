import type { JSX } from 'preact';
import type { ReadMode } from '../src/app/rpc';
import { Radios } from './choice-field';
import { say } from './language';
import { Section } from './section';

export interface ModeFieldProps {
  readonly mode: ReadMode;
  readonly fault: string | undefined;
  readonly onChange: (mode: ReadMode) => void;
}

/** How much a sync reads, with what each choice costs. */
export function ModeField({ mode, fault, onChange }: ModeFieldProps): JSX.Element {
  const title = say({ fr: 'Ce qui est lu', en: 'What is read' });
  const [changes, full] = [
    say({ fr: 'Seulement ce qui a changé', en: 'Only what changed' }),
    say({ fr: 'Tout, à chaque fois', en: 'Everything each time' }),
  ];
  return (
    <Section title={title} state={(mode === 'full' ? full : changes).toLowerCase()}>
      <Radios
        name="mode"
        title={title}
        fault={fault}
        choices={[
          { value: 'changes', title: changes, help: say(CHANGES_COST) },
          { value: 'full', title: full, help: say(FULL_COST) },
        ]}
        chosen={mode}
        onInput={(value) => {
          onChange(value === 'full' ? 'full' : 'changes');
        }}
      />
    </Section>
  );
}

const CHANGES_COST = {
  fr: 'Le bon choix dans presque tous les cas : chaque synchronisation est courte. Ce que la source ne sait pas signaler est tout de même relu en entier.',
  en: 'The right choice nearly always: each sync is short. What the source cannot report is read in full all the same.',
};

const FULL_COST = {
  fr: 'Beaucoup plus long, parfois plusieurs heures sur un grand compte, et plus de demandes à la source. Utile un temps, si des lignes semblent ne pas suivre.',
  en: 'Much longer, at times several hours on a large account, and more requests to the source. Useful for a while, if rows do not seem to keep up.',
};
