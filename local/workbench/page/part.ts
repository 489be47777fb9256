import type { Desk } from '../protocol';

/** A piece of the page that draws what it needs of the desk. */
export interface Part {
  readonly element: HTMLElement;
  show(desk: Desk): void;
}
