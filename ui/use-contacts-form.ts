import { useEffect, useState } from 'preact/hooks';
import type { ContactsSettings, ContactsView, Failure } from '../src/app/rpc';
import { focusField } from './field';
import { say } from './language';
import { call } from './server';
import { settled } from './settled';
import { useUnsaved } from './use-unsaved';

/** What stands in the form of the contacts; the label's name stays typed while all contacts are chosen. */
export interface ContactsValues extends Omit<ContactsSettings, 'scope'> {
  readonly scope: ContactsSettings['scope']['kind'];
  readonly label: string;
}

/** The form of the contacts and what can be done with it. */
export interface ContactsFormState {
  readonly values: ContactsValues;
  /** Sentences by field. */
  readonly faults: Partial<Readonly<Record<keyof ContactsValues, string>>>;
  readonly isBusy: boolean;
  /** Why it was not saved. */
  readonly failure: Failure | null;
  readonly change: (values: Partial<ContactsValues>) => void;
  readonly save: () => void;
}

/** Begins with `settings`; `onSaved` hears what the script shows after they are stored. */
export function useContactsForm(settings: ContactsSettings, onSaved: (view: ContactsView) => void): ContactsFormState {
  // The settings may come anew meanwhile: what the user typed is compared with what they saw.
  const [before, setBefore] = useState(() => toValues(settings));
  const [values, setValues] = useState(before);
  const [fault, setFault] = useState<Fault | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  useUnsaved(JSON.stringify(values) !== JSON.stringify(before));
  useEffect(() => {
    // Once the page shows what is wrong, so that screen readers read that too.
    if (fault) focusField(fault.field);
  }, [fault]);
  const save = async (): Promise<void> => {
    if (isBusy) return;
    setFailure(null);
    if (values.scope === 'label' && values.label.trim() === '') {
      setFault({ field: 'label', sentence: say(NAMELESS) });
      return;
    }
    setBusy(true);
    const result = await settled(call('saveContacts', toSettings(values)));
    setBusy(false);
    if (result.ok) {
      setBefore(values);
      onSaved(result.value);
      return;
    }
    const field = fieldOf(result, values);
    if (field) setFault({ field, sentence: result.advice });
    setFailure(result);
  };
  return {
    ...{ values, isBusy, failure },
    faults: fault ? { [fault.field]: fault.sentence } : {},
    change: (changed) => {
      setFault(null);
      setFailure(null);
      setValues((all) => ({ ...all, ...changed }));
    },
    save: () => void save(),
  };
}

interface Fault {
  readonly field: keyof ContactsValues;
  readonly sentence: string;
}

const NAMELESS = { fr: 'Donnez le nom du libellé.', en: 'Give the name of the label.' };

function toValues({ scope, ...others }: ContactsSettings): ContactsValues {
  return { ...others, scope: scope.kind, label: scope.kind === 'label' ? scope.name : USUAL_LABEL };
}

const USUAL_LABEL = 'Clients';

function toSettings({ scope, label, ...others }: ContactsValues): ContactsSettings {
  return { ...others, scope: scope === 'label' ? { kind: 'label', name: label.trim() } : { kind: 'all' } };
}

/** Where a failure is mended; null when it is at no field. */
function fieldOf({ field }: Failure, { scope }: ContactsValues): keyof ContactsValues | null {
  if (field === 'scope') return scope === 'label' ? 'label' : 'scope';
  return field === 'direction' || field === 'tie' ? field : null;
}
