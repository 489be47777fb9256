import type { JSX } from 'preact';

/** A decoration that screen readers pass over. `path` is the `d` of an SVG path in a square of 24. */
export function Icon({ path }: { readonly path: string }): JSX.Element {
  return (
    <svg class="icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false">
      <path d={path} fill="currentColor" />
    </svg>
  );
}
