import { expectTemplate } from '../../local/expected/template';
import { startVendor, type StartedVendor } from '../../local/vendors/start-vendor';
import { createDesk, later, MONDAY, only, runOf, SITE } from './desk';

let template: StartedVendor;

beforeAll(async () => {
  template = await startVendor('template', { orders: 60, now: MONDAY });
});
afterEach(() => template.control({ op: 'reset' }));
afterAll(() => template.stop());

describe('a Template site', () => {
  test('becomes tabs that equal its records cell by cell, without a single formula', async () => {
    const desk = createDesk('template', template);
    const report = desk.sync();

    expect(desk.differences(await expectTemplate(template))).toEqual([]);
    expect(report.tabs.map(({ formulas }) => formulas)).toEqual(report.tabs.map(() => 0));
    expect(report.runs.map(({ status }) => status)).toEqual(report.runs.map(() => 'finished'));
  });

  test('is followed by the next sync, which leaves orders that are there as they were', async () => {
    const desk = createDesk('template', template);
    desk.sync();
    const before = await expectTemplate(template);
    await later(desk, template, 24);
    await template.control({ op: 'update', kind: 'paintings', count: 5 });
    await template.control({ op: 'create', kind: 'paintings', count: 2 });
    await template.control({ op: 'remove', kind: 'paintings', count: 1 });
    await template.control({ op: 'update', kind: 'orders', count: 10 });
    await template.control({ op: 'create', kind: 'orders', count: 4 });
    await template.control({ op: 'remove', kind: 'orders', count: 2 });
    const report = desk.sync();

    expect(desk.differences(await expectTemplate(template, before))).toEqual([]);
    expect(runOf(report, 'orders')).toMatchObject({ inserted: 4, updated: 0, removed: 0 });
    expect(runOf(report, 'paintings')).toMatchObject({ inserted: 2, removed: 1 });
  });

  test('fills the same tabs from the export of everything, in one request', async () => {
    const desk = createDesk('template', template);
    const report = desk.sync('full');
    const same = ['settings', 'paintings', 'users', 'exhibitions', 'custom-requests'];

    expect(report.runs.reduce((sum, run) => sum + run.requests, 0)).toBeLessThanOrEqual(2);
    expect(desk.differences(only(await expectTemplate(template), ...same))).toEqual([]);
    expect(report.tabs.map(({ stream }) => stream)).not.toContain('full');
  });

  test.each([
    ['https://nulle-part.example', /adresse|site/i],
    [`${SITE}/galerie`, /adresse/i],
    ['http://atelier-exemple.fr', /https:\/\//],
    ['https://user:secret@atelier-exemple.fr', /mot de passe/],
  ])('at the wrong address %s fails with one sentence and keeps the tabs', async (baseUrl, sentence) => {
    const desk = createDesk('template', template);
    desk.sync('paintings', 'users');
    const report = desk.syncWith({ baseUrl }, 'paintings', 'users');

    expect(new Set(report.runs.map(({ status }) => status))).toEqual(new Set(['failed']));
    expect(new Set(report.runs.map(({ message }) => message)).size).toBe(1);
    expect(report.runs[0]?.message).toMatch(sentence);
    expect(report.runs[0]?.message).not.toContain('user:secret');
    expect(desk.differences(only(await expectTemplate(template), 'paintings', 'users'))).toEqual([]);
  });
});
