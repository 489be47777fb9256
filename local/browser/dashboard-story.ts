import type { Stage } from './stage';

const DAY = 86_400_000;

/** Some days of syncs of the connections that are there, two of them refused, and what the dashboard tells of them. */
export async function takeDashboardStory(stage: Stage): Promise<void> {
  const { page, say } = stage;
  for (let day = 1; day <= DAYS; day++) {
    await stage.order({ do: 'advance', ms: DAY });
    if (REFUSED.includes(day)) await stage.order({ do: 'fault', fault: 'refused' });
    await stage.order({ do: 'click', functionName: 'syncNow' });
    await stage.order({ do: 'noFaults' });
  }
  await stage.order({ do: 'closePage' });
  await stage.order({ do: 'click', functionName: 'openDashboard' });
  await page.setViewportSize(WINDOW);
  // What the runs said is not said again.
  await page.reload();
  await page.getByRole('img', { name: say({ fr: 'Lignes par jour', en: 'Rows per day' }) }).waitFor();
  await page.getByRole('gridcell', { name: say({ fr: 'Actualisée', en: 'Refreshed' }) }).waitFor();
  await stage.takeWindow('dashboard');
}

const DAYS = 8;
const REFUSED: readonly number[] = [3, 6];
/** The table and the charts, without what these are drawn from. */
const WINDOW = { width: 1470, height: 692 };
