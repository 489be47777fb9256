import type { ComponentChildren, JSX } from 'preact';

export interface SectionProps {
  readonly title: string;
  /** What is chosen in it, so that nobody needs to open it to know. */
  readonly state: string;
  readonly children: ComponentChildren;
}

/** A part of a form that is closed at first. */
export function Section({ title, state, children }: SectionProps): JSX.Element {
  return (
    <details class="section">
      <summary>
        {title} <span class="state">{state}</span>
      </summary>
      <div class="stack">{children}</div>
    </details>
  );
}
