import type { JSX } from 'preact';
import type { ContactsMetrics } from '../src/app/rpc';
import { FIGURES } from './contacts-words';
import { say } from './language';

/** What a sync of contacts did, a number a line. */
export function ContactsFigures({ metrics }: { readonly metrics: ContactsMetrics }): JSX.Element {
  return (
    <dl class="figures">
      {FIGURES.map(({ name, words, toText }) => (
        <div key={name}>
          <dt>{say(words)}</dt>
          <dd>{toText(metrics[name])}</dd>
        </div>
      ))}
    </dl>
  );
}
