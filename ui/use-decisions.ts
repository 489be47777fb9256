import { useState } from 'preact/hooks';
import type { ChoiceOption, ChoiceView } from '../src/app/rpc';
import { useUnsaved } from './use-unsaved';

/** An option that the user has chosen, and what it is about. */
export interface Decided extends ChoiceOption {
  readonly id: string;
  readonly title: string;
}

/** The user's decisions before they are carried out. */
export interface DecisionState {
  /** The value chosen for a choice, by its id; blank: none yet. */
  readonly valueOf: (id: string) => string;
  readonly choose: (id: string, value: string) => void;
  readonly decided: readonly Decided[];
  readonly forget: () => void;
}

/** Begins with none. Leaving the view with some is asked first. */
export function useDecisions(choices: readonly ChoiceView[]): DecisionState {
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const decided = choices.flatMap(({ id, title, options }) =>
    options.filter(({ value }) => value === values[id]).map((option) => ({ ...option, id, title })),
  );
  useUnsaved(decided.length > 0);
  return {
    valueOf: (id) => values[id] ?? '',
    choose: (id, value) => {
      setValues((all) => ({ ...all, [id]: value }));
    },
    decided,
    forget: () => {
      setValues({});
    },
  };
}
