import { openLabel, readLabels } from '../../contacts/google-labels';
import { createPatience, type AskPeople } from '../../contacts/patient-people';
import type { Label } from '../../contacts/settings';
import { translating } from '../../contacts/sync-contacts';
import { PeopleError, SettingsError } from '../../core/errors';
import { clock } from '../../platform/clock';
import { openPeople } from '../../platform/people';
import type { LabelView } from '../rpc';

/** The person's own labels. Throws what `createPatience` throws. */
export function readLabelViews(): readonly LabelView[] {
  return translating(() =>
    readLabels(openAsk()).map(({ name = '', memberCount = 0 }) => ({ name, members: memberCount })),
  );
}

/** The label of that name, which is made when there is none. Throws `SettingsError` for `scope` when Google refuses it. */
export function chooseLabel(name: string): Label {
  return translating(() => {
    try {
      return openLabel(openAsk(), name);
    } catch (error) {
      if (!(error instanceof PeopleError) || error.kind !== 'invalid') throw error;
      throw new SettingsError('scope', `Google makes no label ${name}: ${error.message}`, {
        fr: `Google ne crée pas le libellé « ${name} ». Choisissez un autre nom, ou un libellé qui existe. Réponse de Google : « ${error.message} »`,
        en: `Google does not make the label “${name}”. Choose another name, or a label that exists. Google’s answer: “${error.message}”`,
      });
    }
  });
}

const PATIENCE = 2 * 60_000;

function openAsk(): AskPeople {
  return createPatience(openPeople(), clock, clock.now() + PATIENCE);
}
