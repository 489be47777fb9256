import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { LabelView } from '../src/app/rpc';
import { AnswerNotice } from './answer-notice';
import { toNumber } from './format';
import { say } from './language';
import type { AnswerState } from './use-answer';

export interface ContactsLabelsProps {
  readonly labels: AnswerState<readonly LabelView[]>;
  /** The name of the one that is typed; null: none of these. */
  readonly chosen: string | null;
  readonly onChoose: (name: string) => void;
}

/** How many are in sight at first. */
const FEW = 6;

/** The person's labels in Google Contacts, to be chosen by a click. */
export function ContactsLabels({ labels, chosen, onChoose }: ContactsLabelsProps): JSX.Element {
  const [isWhole, setWhole] = useState(false);
  const all = labels.value ?? [];
  const shown = isWhole ? all : all.slice(0, FEW);
  return (
    <>
      <AnswerNotice answer={labels} waiting={{ fr: 'Lecture de vos libellés…', en: 'Reading your labels…' }} />
      {all.length > 0 && (
        <div role="group" class="stack" aria-labelledby="contacts-labels">
          <p id="contacts-labels" class="help">
            {say({ fr: 'Vos libellés dans Google Contacts :', en: 'Your labels in Google Contacts:' })}
          </p>
          <div class="row">
            {shown.map((label) => (
              <Label key={label.name} label={label} isChosen={label.name === chosen} onChoose={onChoose} />
            ))}
            {shown.length < all.length && (
              <button
                type="button"
                class="quiet"
                onClick={() => {
                  setWhole(true);
                }}
              >
                {say({ fr: `Voir les ${toNumber(all.length)}`, en: `Show all ${toNumber(all.length)}` })}
              </button>
            )}
          </div>
        </div>
      )}
    </>
  );
}

interface LabelProps {
  readonly label: LabelView;
  readonly isChosen: boolean;
  readonly onChoose: (name: string) => void;
}

function Label({ label: { name, members }, isChosen, onChoose }: LabelProps): JSX.Element {
  return (
    <button
      type="button"
      class="option"
      aria-pressed={isChosen}
      onClick={() => {
        onChoose(name);
      }}
    >
      {`${name} (${toNumber(members)})`}
    </button>
  );
}
