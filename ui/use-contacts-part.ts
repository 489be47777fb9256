import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { View } from '../src/app/rpc';
import type { Words } from './language';
import { isUnsaved } from './unsaved';
import { focusHeading } from './use-kept-focus';

/** What can be open of the contacts' place. */
export type Part = 'home' | 'preview' | 'pick' | 'choices' | 'journal' | 'settings' | 'help';

/** What each part is headed. */
export const PART_TITLES: Readonly<Record<Part, Words>> = {
  home: { fr: 'Contacts', en: 'Contacts' },
  preview: { fr: 'Aperçu', en: 'Preview' },
  pick: { fr: 'Choisir des contacts Google', en: 'Choose Google contacts' },
  choices: { fr: 'À décider', en: 'To decide' },
  journal: { fr: 'Journal', en: 'Journal' },
  settings: { fr: 'Réglages des contacts', en: 'Contacts settings' },
  help: { fr: 'Aide sur les contacts', en: 'Help with contacts' },
};

/** The part that is open, and the way to another one. */
export interface PartState {
  readonly part: Part;
  /** What has just been done, in a sentence. */
  readonly said: Words | null;
  /** Where the user wants to go, and would lose what was typed; null: nowhere. */
  readonly wanted: Part | null;
  readonly open: (part: Part) => void;
  /** Goes home whatever is typed, and says there what has been done. */
  readonly finish: (said: Words) => void;
  readonly stay: () => void;
  readonly leave: () => void;
}

/** Begins at home, and comes back to it whenever the place is opened; the focus goes to the heading of what is opened. */
export function useContactsPart(view: View): PartState {
  const [shown, setShown] = useState<Shown>(HOME);
  const [wanted, setWanted] = useState<Part | null>(null);
  // At once: a later effect would take away what the user opened in between.
  useLayoutEffect(() => {
    setShown((last) => (last.part === 'home' ? last : HOME));
  }, [view]);
  useHeadingFocus(shown);
  return {
    ...{ ...shown, wanted },
    open: (part) => {
      if (part !== shown.part && isUnsaved()) setWanted(part);
      else setShown({ part, said: null });
    },
    finish: (said) => {
      setShown({ part: 'home', said });
    },
    stay: () => {
      setWanted(null);
    },
    leave: () => {
      if (wanted) setShown({ part: wanted, said: null });
      setWanted(null);
    },
  };
}

type Shown = Pick<PartState, 'part' | 'said'>;

const HOME: Shown = { part: 'home', said: null };

/** Not at first: the place was opened by somebody who moves the focus there. */
function useHeadingFocus(shown: Shown): void {
  const isFirst = useRef(true);
  useEffect(() => {
    if (!isFirst.current) focusHeading();
    isFirst.current = false;
  }, [shown]);
}
