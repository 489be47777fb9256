import type { Locator } from 'playwright-core';
import type { Words } from '../../src/core/model';
import type { Stage } from './stage';

/** Presses a button of the sidebar. */
export async function press(stage: Stage, name: Words): Promise<void> {
  await button(stage, name).click();
}

/** A button of the sidebar, the topmost of its name. */
export function button({ sidebar, say }: Stage, name: Words): Locator {
  return sidebar.getByRole('button', { name: say(name), exact: true }).first();
}
