import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { say } from './language';

interface LatestFirstProps<T> {
  readonly items: readonly T[];
  /** What each of the shown items looks like. */
  readonly lines: (shown: readonly T[]) => readonly JSX.Element[];
}

/** How many more a click shows. */
const PAGE = 20;

/** A list of which a click shows more, a page at a time. */
export function LatestFirst<T extends { readonly id: string }>({ items, lines }: LatestFirstProps<T>): JSX.Element {
  const [count, setCount] = useState(PAGE);
  const shown = items.slice(0, count);
  return (
    <>
      <ul class="list">
        {lines(shown).map((line, n) => (
          <li key={shown[n]?.id}>{line}</li>
        ))}
      </ul>
      {count < items.length && (
        <button
          type="button"
          onClick={() => {
            setCount(count + PAGE);
          }}
        >
          {say({ fr: 'Voir les précédentes', en: 'Show earlier ones' })}
        </button>
      )}
    </>
  );
}
