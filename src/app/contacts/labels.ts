import { createPatience, type AskPeople } from '../../contacts/patient-people';
import { translating } from '../../contacts/sync-contacts';
import { PeopleError, SettingsError } from '../../core/errors';
import { clock } from '../../platform/clock';
import { openPeople } from '../../platform/people';
import type { Group } from '../../platform/services';
import type { LabelView } from '../rpc';

/** The person's own labels, by name. Throws what `createPatience` throws. */
export function readLabels(): readonly LabelView[] {
  return translating(() =>
    allLabels(openAsk()).map(({ name = '', memberCount = 0 }) => ({ name, members: memberCount })),
  );
}

/** The label of that name, which is made when there is none. */
export function openLabel(name: string): { readonly name: string; readonly ref: string } {
  return translating(() => {
    const ask = openAsk();
    const found = findLabel(ask, name) ?? makeLabel(ask, name);
    const { resourceName, name: own = name } = found;
    if (resourceName === undefined) throw new PeopleError('passing', `The label ${name} has no resource name`);
    return { name: own, ref: resourceName };
  });
}

const PATIENCE = 2 * 60_000;

function openAsk(): AskPeople {
  return createPatience(openPeople(), clock, clock.now() + PATIENCE);
}

function allLabels(ask: AskPeople): readonly Group[] {
  const labels: Group[] = [];
  for (let token: string | undefined; ;) {
    const page = ask((people) => people.groups(token));
    labels.push(...(page.contactGroups ?? []).filter(({ groupType }) => groupType === 'USER_CONTACT_GROUP'));
    token = page.nextPageToken;
    if (token === undefined) return labels;
  }
}

function findLabel(ask: AskPeople, name: string): Group | undefined {
  const key = name.trim().toLowerCase();
  return allLabels(ask).find((label) => label.name?.trim().toLowerCase() === key);
}

function makeLabel(ask: AskPeople, name: string): Group {
  try {
    return ask((people) => people.createGroup(name.trim()), false);
  } catch (error) {
    if (!(error instanceof PeopleError) || error.kind !== 'invalid') throw error;
    throw new SettingsError('scope', `Google makes no label ${name}: ${error.message}`, {
      fr: `Google ne crée pas le libellé « ${name} ». Choisissez un autre nom, ou un libellé qui existe. Réponse de Google : « ${error.message} »`,
      en: `Google does not make the label “${name}”. Choose another name, or a label that exists. Google’s answer: “${error.message}”`,
    });
  }
}
