import type { FrameLocator, Locator } from 'playwright-core';
import type { Visit } from './visit';

/** What a French-speaking user sees and reaches, by roles and names alone. */
export interface Hands {
  /** Clicks, and counts it. */
  readonly click: (place: Locator) => Promise<void>;
  /** How many clicks there were. */
  readonly clicks: number;
  /** Opens the sidebar from the menu, anew where it is open. */
  openSync(): Promise<void>;
  /** A button of the sidebar. */
  readonly button: (name: string | RegExp) => Locator;
  /** A field of the sidebar, by how its label begins. */
  readonly field: (label: string) => Locator;
  /** A section of the sidebar's form, closed at first. */
  readonly section: (title: string) => Locator;
  /** A tab of the spreadsheet, by how its name begins. */
  tab(name: string): Locator;
  /** A row of the grid that is not blank, by its number. */
  row(number: number): Locator;
  /** Waits until the grid shows so many rows below the one with the columns' names, and no more. */
  seeRows(count: number): Promise<void>;
  /** Presses a button of the workbench's drawer. */
  atBench(name: string): Promise<void>;
  /** Waits until the sidebar has told twice how far a run is. */
  seeProgress(): Promise<void>;
  /** Waits until the sidebar says that a run ended well. */
  seeEnd(): Promise<void>;
  /** Opens a place of the sidebar. */
  goTo(place: string): Promise<void>;
}

export function createHands({ page, sidebar }: Visit): Hands {
  let clicks = 0;
  const click = async (place: Locator): Promise<void> => {
    await place.click();
    clicks += 1;
  };
  const button = (name: string | RegExp): Locator => sidebar.getByRole('button', { name, exact: true });
  const row = (number: number): Locator => page.getByRole('row', { name: new RegExp(`^${number} \\S`) });
  return {
    click,
    get clicks() {
      return clicks;
    },
    async openSync() {
      const frame = page.getByTitle('Sync', { exact: true });
      const before = (await frame.count()) === 0 ? null : await frame.getAttribute('src');
      await click(page.getByRole('menuitem', { name: 'Sync', exact: true }));
      await click(page.getByRole('menuitem', { name: 'Ouvrir Sync…' }));
      await page.locator(`iframe:not([src="${before ?? ''}"])`).waitFor();
      await sidebar.getByRole('heading', { name: 'Connexions' }).waitFor();
    },
    button,
    field: (label) => sidebar.getByLabel(new RegExp(`^${label}`)),
    section: (title) => sidebar.getByText(new RegExp(`^${title}`)),
    tab: (name) => page.getByRole('tab', { name: new RegExp(`^${name}`) }),
    row,
    async seeRows(count) {
      await row(count + 1).waitFor();
      await row(count + 2).waitFor({ state: 'detached' });
    },
    async atBench(name) {
      const drawer = page.getByRole('complementary', { name: 'Atelier' });
      await page.getByRole('button', { name: 'Atelier' }).click();
      await drawer.getByRole('button', { name, exact: true }).click();
      await page.getByRole('button', { name: 'Atelier' }).click();
    },
    seeProgress: () => seeProgress(sidebar),
    seeEnd: () => sidebar.getByText(/^Terminé\. Lignes ajoutées/).waitFor(),
    goTo: (place) => sidebar.getByRole('navigation').getByRole('button', { name: place }).click(),
  };
}

async function seeProgress(sidebar: FrameLocator): Promise<void> {
  await sidebar.getByRole('progressbar', { name: 'Avancement' }).waitFor();
  const counts = sidebar.getByText(/^Types de données terminés\s: \d+ sur 13 · [\d\s]+ lignes? en tout$/);
  await counts.filter({ hasNotText: (await counts.textContent()) ?? '' }).waitFor();
}
