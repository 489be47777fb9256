import { toRunView } from '../../src/app/run-view';
import type { Outcome } from '../../src/engine/engine';
import type { Workbook } from '../../src/platform/services';

/** In Paris, in winter. */
const workbook = { offset: () => 60 } as unknown as Workbook;
const resumesAt = Date.UTC(2026, 10, 20, 13, 5);

describe('what the user learns of a paused run', () => {
  const paused: Outcome = { state: 'paused', resumesAt, reason: null, entries: [] };

  it('is when it goes on', () => {
    expect(toRunView(paused, workbook, 'fr').summary).toMatch(/reprendra d’elle-même vers 14:05\.$/);
  });

  it('is also why it waits, when a system asked for that', () => {
    const reason = { fr: 'Zendesk ne répond pas bien.', en: 'Zendesk is not answering well.' };
    const { summary } = toRunView({ ...paused, reason }, workbook, 'fr');
    expect(summary).toMatch(/^En pause : .*\. Zendesk ne répond pas bien\. Reprise vers 14:05\.$/);
  });
});
