import { useEffect } from 'preact/hooks';

/** Moves the focus to the heading of the place that is open, at the top of the page. */
export function focusHeading(): void {
  scrollTo(0, 0);
  const heading = document.querySelector<HTMLElement>('main h1');
  heading?.setAttribute('tabindex', '-1');
  heading?.focus();
}

/** Does so whenever `shown` is another one and what had the focus is gone with the one before. */
export function useKeptFocus(shown: unknown): void {
  useEffect(() => {
    // While the user types into the spreadsheet, the focus stays there.
    if (document.hasFocus() && document.activeElement === document.body) focusHeading();
  }, [shown]);
}
