import type { JSX } from 'preact';

export interface BarProps {
  readonly value: number;
  /** What fills it. */
  readonly most: number;
  /** What it shows, in words. */
  readonly text: string;
}

/** A number among others of its kind: as long as its share of the largest, with its words beside it. */
export function Bar({ value, most, text }: BarProps): JSX.Element {
  const share = most > 0 ? (100 * value) / most : 0;
  return (
    <div class="measure">
      <svg width="100%" height="8" aria-hidden="true" focusable="false">
        <rect class="whole" width="100%" height="8" rx="2" />
        <rect width={`${share}%`} height="8" rx="2" />
      </svg>
      <span>{text}</span>
    </div>
  );
}
