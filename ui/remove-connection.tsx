import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { ConnectionView, Failure, Home } from '../src/app/rpc';
import { chosenStreams } from './connection-draft';
import { Dialog } from './dialog';
import { say } from './language';
import { Notice } from './notice';
import { call } from './server';
import { settled } from './settled';

export interface RemoveConnectionProps {
  readonly connection: ConnectionView;
  readonly home: Home;
  readonly onCancel: () => void;
  /** It is removed; the sentence says so, and what became of its tabs. */
  readonly onRemoved: (id: string, sentence: string) => void;
}

type Tabs = 'keep' | 'delete';

/** Asks whether a connection is to be removed, with its tabs or without, and does it. */
export function RemoveConnection({ connection, home, onCancel, onRemoved }: RemoveConnectionProps): JSX.Element {
  const [tabs, setTabs] = useState<Tabs>('keep');
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { id, title } = connection;
  const remove = async (): Promise<void> => {
    setBusy(true);
    setFailure(null);
    const answer = await settled(call('removeConnection', id, tabs));
    setBusy(false);
    if (answer.ok) onRemoved(id, toSentence(title, tabs));
    else setFailure(answer);
  };
  return (
    <Dialog title={say({ fr: `Supprimer « ${title} » ?`, en: `Delete “${title}”?` })} onCancel={onCancel}>
      <p>{say(CONSEQUENCE)}</p>
      <TabsChoice chosen={tabs} kinds={toKinds(connection, home)} onChoose={setTabs} />
      {failure && <Notice kind="error" text={failure.advice} details={failure.details} />}
      <div class="row" aria-busy={isBusy}>
        <button
          type="button"
          class="danger"
          aria-disabled={isBusy}
          onClick={() => {
            if (!isBusy) void remove();
          }}
        >
          {tabs === 'keep' ? say({ fr: 'Supprimer', en: 'Delete' }) : say(DELETE_ALL)}
        </button>
        <button type="button" onClick={onCancel}>
          {say({ fr: 'Annuler', en: 'Cancel' })}
        </button>
      </div>
    </Dialog>
  );
}

const CONSEQUENCE = {
  fr: 'Ses réglages, sa clé et ses synchronisations automatiques sont supprimés. Rien ne change dans le logiciel d’origine.',
  en: 'Its settings, its key and its automatic syncs are deleted. Nothing changes in the system that it reads.',
};
const DELETE_ALL = { fr: 'Supprimer avec les onglets', en: 'Delete with the tabs' };

interface TabsChoiceProps {
  readonly chosen: Tabs;
  /** What is in its tabs. */
  readonly kinds: string;
  readonly onChoose: (tabs: Tabs) => void;
}

function TabsChoice({ chosen, kinds, onChoose }: TabsChoiceProps): JSX.Element {
  return (
    <fieldset class="stack">
      <legend>{say({ fr: 'Que faire de ses onglets ?', en: 'What about its tabs?' })}</legend>
      {kinds !== '' && <p class="help">{say({ fr: `Ils contiennent : ${kinds}.`, en: `They hold: ${kinds}.` })}</p>}
      {CHOICES.map(({ value, title, help }) => (
        <label key={value} class="choice">
          <input
            type="radio"
            name="tabs"
            checked={chosen === value}
            onChange={() => {
              onChoose(value);
            }}
          />
          <span>
            {say(title)}
            <span class="help"> {say(help)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

const CHOICES = [
  {
    value: 'keep',
    title: { fr: 'Les garder.', en: 'Keep them.' },
    help: { fr: 'Ils ne seront plus mis à jour.', en: 'They will not be updated any more.' },
  },
  {
    value: 'delete',
    title: { fr: 'Les supprimer avec tout leur contenu,', en: 'Delete them with all that they hold,' },
    help: {
      fr: 'y compris les colonnes que vous avez ajoutées à côté des nôtres.',
      en: 'the columns that you added beside ours included.',
    },
  },
] as const;

/** By their titles: what the tabs themselves are called is up to the users. */
function toKinds(connection: ConnectionView, { connectors }: Home): string {
  const connector = connectors.find(({ name }) => name === connection.connector);
  const kinds = connector ? chosenStreams(connector, connection) : [];
  return kinds.map(({ title }) => title).join(', ');
}

function toSentence(title: string, tabs: Tabs): string {
  if (tabs === 'keep') {
    return say({
      fr: `« ${title} » est supprimée. Ses onglets restent tels quels.`,
      en: `“${title}” is deleted. Its tabs stay as they are.`,
    });
  }
  return say({ fr: `« ${title} » et ses onglets sont supprimés.`, en: `“${title}” and its tabs are deleted.` });
}
