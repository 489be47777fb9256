import type { Project } from '../../local/apps-script/project';
import { bundle } from '../bundle';
import { createLab, people, type Lab } from './lab';

let project: Project;
let lab: Lab;

beforeAll(async () => {
  project = await bundle('test/engine/script.ts');
});

beforeEach(() => {
  lab = createLab(project);
});

function message(): string {
  const outcome = lab.sync();
  return outcome.state === 'finished' ? (outcome.entries[0]?.message.fr ?? '') : outcome.state;
}

describe('what a run says of rows that are not as they came', () => {
  it.each([
    [1, /^Un texte de plus de 50 000 caractères a été coupé \(/],
    [2, /^2 textes de plus de 50 000 caractères ont été coupés \(/],
  ])('counts %i texts that were cut', (count, expected) => {
    const [page = { rows: [] }] = people(count, count).pages;
    const rows = page.rows.map((row) => ({ ...row, name: 'x'.repeat(50_001) }));
    lab.answer(people(count, count, { pages: [{ rows }] }));
    expect(message()).toMatch(expected);
  });

  it.each([
    [2, /^Une ligne de « people » ne figure plus .* : elle a été gardée/],
    [1, /^2 lignes de « people » ne figurent plus .* : elles ont été gardées/],
  ])('counts the rows that were kept although the system lists %i of three', (total, expected) => {
    lab.answer(people(3, 3));
    lab.sync();
    lab.answer(people(total, total, { pages: [{ rows: [], total, whole: true }] }));
    expect(message()).toMatch(expected);
  });
});
