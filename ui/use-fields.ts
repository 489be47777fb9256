import { useEffect, useState } from 'preact/hooks';
import type { ConnectionView, ConnectorView, SettingView } from '../src/app/rpc';
import { type Fault, faultOf, faultsOf, type FormValues, toValues } from './connection-draft';
import { focusField } from './field';
import { say } from './language';
import { useUnsaved } from './use-unsaved';

/** What the form of a connection holds, and what is wrong with it. */
export interface Fields {
  readonly values: FormValues;
  /** Sentences by field. */
  readonly faults: Readonly<Record<string, string>>;
  readonly change: (values: Partial<FormValues>) => void;
  /** Changes a setting; undefined: its stored secret stays. */
  readonly type: (setting: string, text: string | undefined) => void;
  /** Says what is wrong with a setting that the user has just left; a blank may be filled in later. */
  readonly leave: (setting: SettingView) => void;
  /** Whether all can be sent to the server; else says what is missing, and goes there. */
  readonly check: (isKept: (secret: string) => boolean) => boolean;
  /** Shows a sentence at a field, and goes there. */
  readonly blame: (field: string, sentence: string) => void;
}

/** Fields that begin with the connection as it is, or with the usual choices. */
export function useFields(connector: ConnectorView, connection?: ConnectionView): Fields {
  const [before] = useState(() => toValues(connector, connection));
  const [values, setValues] = useState(before);
  const [faults, setFaults] = useState<Fields['faults']>({});
  const goTo = useFocus();
  useUnsaved(JSON.stringify(values) !== JSON.stringify(before));
  const set = (change: (values: FormValues) => FormValues, fields: readonly string[]): void => {
    setValues(change);
    setFaults((all) => Object.fromEntries(Object.entries(all).filter(([field]) => !fields.includes(field))));
  };
  const blame = (field: string, sentence: string): void => {
    setFaults((all) => ({ ...all, [field]: sentence }));
    goTo(field);
  };
  return {
    values,
    faults,
    change: (changed) => {
      set((all) => ({ ...all, ...changed }), Object.keys(changed));
    },
    type: (name, text) => {
      set((all) => ({ ...all, settings: withText(all.settings, name, text) }), [name]);
    },
    leave: (setting) => {
      const fault = faultOf(setting, values.settings[setting.name] ?? '');
      if (fault === 'mismatch') setFaults((all) => ({ ...all, [setting.name]: toSentence(setting, fault) }));
    },
    check: (isKept) => {
      const found = faultsOf(connector, values, isKept);
      setFaults(Object.fromEntries(found.map(([field, fault]) => [field, sentenceOf(connector, field, fault)])));
      if (found[0]) goTo(found[0][0]);
      return found.length === 0;
    },
    blame,
  };
}

/** Goes to a field once the page shows what is wrong with it, so that screen readers read that too. */
function useFocus(): (field: string) => void {
  const [target, setTarget] = useState<{ readonly field: string } | null>(null);
  useEffect(() => {
    if (target) focusField(target.field);
  }, [target]);
  return (field) => {
    setTarget({ field });
  };
}

function withText(
  settings: FormValues['settings'],
  name: string,
  text: string | undefined,
): Readonly<Record<string, string>> {
  const others = Object.fromEntries(Object.entries(settings).filter(([other]) => other !== name));
  return text === undefined ? others : { ...others, [name]: text };
}

function sentenceOf(connector: ConnectorView, field: string, fault: Fault): string {
  const setting = connector.settings.find(({ name }) => name === field);
  if (setting) return toSentence(setting, fault);
  return say({ fr: 'Cochez au moins une sorte de données.', en: 'Check at least one kind of data.' });
}

function toSentence({ title, example }: SettingView, fault: Fault): string {
  if (fault === 'missing') return say({ fr: `Remplissez « ${title} ».`, en: `Fill in “${title}”.` });
  return say({
    fr: `« ${title} » n’a pas la forme attendue, par exemple : ${example}. Vérifiez ce que vous avez saisi.`,
    en: `“${title}” does not look as it should, for example: ${example}. Check what you typed.`,
  });
}
