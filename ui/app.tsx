import type { JSX } from 'preact';
import type { PageStart } from '../src/app/rpc';
import { say } from './language';
import { Notice } from './notice';
import { Shell } from './shell';
import { useHome } from './use-home';

/** The sidebar, from the moment when it opens. */
export function App({ start }: { readonly start: PageStart }): JSX.Element {
  const state = useHome(start.language);
  if (state.home) return <Shell home={state.home} state={state} first={start.view} />;
  if (!state.failure) return <Skeleton />;
  return (
    <main class="stack">
      <h1>{say({ fr: 'Sync ne s’est pas ouvert', en: 'Sync did not open' })}</h1>
      <Notice kind="error" text={state.failure.advice} details={state.failure.details} />
      <button type="button" class="action" onClick={state.load}>
        {say({ fr: 'Réessayer', en: 'Try again' })}
      </button>
    </main>
  );
}

function Skeleton(): JSX.Element {
  return (
    <main class="stack" aria-busy="true">
      <p class="hidden" role="status">
        {say({ fr: 'Chargement des connexions…', en: 'Loading the connections…' })}
      </p>
      <div class="skeleton" />
      <div class="skeleton tall" />
      <div class="skeleton tall" />
    </main>
  );
}
