import { doGet, doPost } from '../../../src/main';

// What `many-calls.test.ts` runs on the local Apps Script: the add-on, and its web app called many times in one execution.

export * from '../../../src/main';

/** The contents of the answers. */
export function callMany(events: readonly (readonly ['GET' | 'POST', unknown])[]): readonly string[] {
  return events.map(([method, event]) => (method === 'GET' ? doGet : doPost)(event).getContent());
}
