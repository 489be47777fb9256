import type { Page } from 'playwright-core';
import type { Language } from '../../src/app/rpc';
import { findFaults } from './find-faults';
import type { Visit } from './visit';

/** Anne with her sidebar alone, as wide as Google's, in one language after the other; she sees what is wrong. */
export interface Reader {
  readonly page: Page;
  /** The words of the language that is spoken. */
  readonly say: (fr: string, en: string) => string;
  /** Opens the sidebar anew. */
  open(): Promise<void>;
  /** Chooses the language of all that follows. */
  speak(language: Language): Promise<void>;
  goTo(place: string | RegExp): Promise<void>;
  press(name: string | RegExp): Promise<void>;
  /** Looks at what is shown, all that can be opened open. */
  look(view: string): Promise<void>;
  /** What was wrong since the last time, a sentence each. */
  takeFaults(): readonly string[];
}

/** Opens the sidebar for her. */
export async function createReader(here: Visit): Promise<Reader> {
  const page = await here.open('about:blank', WIDTH);
  let language: Language = 'fr';
  let faults: string[] = [];
  const reader: Reader = {
    page,
    say: (fr, en) => (language === 'fr' ? fr : en),
    async open() {
      await here.order({ do: 'click', functionName: 'openSidebar' });
      await page.goto(here.pageOf(ANNE));
    },
    async speak(next) {
      language = next;
      await reader.goTo(/^(Réglages|Settings)$/);
      await reader.press(reader.say('Français', 'English'));
      await page.getByRole('button', { name: reader.say('Réglages', 'Settings') }).waitFor();
    },
    goTo: (name) => page.getByRole('navigation').getByRole('button', { name }).click(),
    press: (name) => page.getByRole('button', { name, exact: true }).click(),
    async look(view) {
      await page.evaluate(`document.querySelectorAll('details').forEach((details) => { details.open = true })`);
      const found = await findFaults(page, language);
      faults.push(...found.map((fault) => `${view} ${fault}`));
    },
    takeFaults() {
      const taken = faults;
      faults = [];
      return taken;
    },
  };
  await reader.open();
  return reader;
}

const ANNE = 'anne@example.com';
/** Google's sidebar is 300 pixels wide, a scroll bar included. */
const WIDTH = 285;
