import { createMachine, type Machine } from '../../local/apps-script/machine';
import type { Project } from '../../local/apps-script/project';
import { addWorkbook } from '../../local/apps-script/spreadsheet/documents';
import { createUserHands } from '../../local/apps-script/spreadsheet/user-hands';
import type { Workbook } from '../../local/apps-script/spreadsheet/workbook';
import { bundle } from '../bundle';

let project: Project;
let machine: Machine;
let reports: Workbook;

beforeAll(async () => {
  project = await bundle('test/platform/spreadsheet-script.ts');
});

beforeEach(() => {
  machine = createMachine({ email: 'anne@example.com' });
  reports = addWorkbook(machine.documents, 'Rapports', 'en_GB', 'America/New_York');
});

function run(name: string, ...args: unknown[]): unknown {
  const outcome = machine.run(project, name, args);
  if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome.value;
}

function tabs(workbook: Workbook): string[] {
  return createUserHands(workbook, () => machine.state.now).tabs();
}

describe('a workbook', () => {
  it('is the spreadsheet of that id, on its own clock', () => {
    expect(run('fill', reports.id)).toBe(-300);
    expect(createUserHands(reports, () => machine.state.now).rows('Bateaux')).toEqual([['Ada']]);
    expect([...machine.documents.workbooks.values()].map((each) => tabs(each).includes('Bateaux'))).toEqual([
      false,
      true,
    ]);
  });

  it('is without an id the one that the script belongs to', () => {
    expect(run('fill')).toBe(60);
    expect(tabs(reports)).not.toContain('Bateaux');
    expect(run('ownId')).toBe(machine.documents.boundId);
  });
});

describe('a spreadsheet that is opened by its id', () => {
  it('is left as it was', () => {
    expect(run('refusal', reports.id)).toBeNull();
    expect(reports.metadata).toEqual([]);
  });

  it('loses the mark that a killed execution left in it', () => {
    machine.faults.kill('before', 1, { method: 'DeveloperMetadataFinder.find' });
    expect(machine.run(project, 'refusal', [reports.id]).status).toBe('killed');
    expect(reports.metadata).toHaveLength(1);
    run('refusal', reports.id);
    expect(reports.metadata).toEqual([]);
  });

  it.each([
    ['it is not shared', 'none', /ask its owner to share it with anne@example\.com as an editor/],
    ['it may only be read', 'view', /anne@example\.com may read this spreadsheet but not write into it/],
  ] as const)('is refused, with whom to ask and what Google says, when %s', (_, access, advice) => {
    reports.access = access;
    const refusal = run('refusal', reports.id);
    expect(refusal).toMatchObject({
      field: 'spreadsheet',
      advice: {
        en: expect.stringMatching(advice) as string,
        fr: expect.stringContaining('anne@example.com') as string,
      },
    });
    expect(JSON.stringify(refusal)).toContain('You do not have permission to');
    expect(reports.metadata).toEqual([]);
  });

  it('is refused when there is none of that id', () => {
    expect(run('refusal', '1AbC-d_eFgHiJkLmNoPqRsTuVwXyZ0123456789abcde')).toMatchObject({
      advice: { en: expect.stringContaining('Check the address') as string },
    });
  });

  it('is refused when Google says only at the end that nothing was written', () => {
    machine.faults.fail(1, 'Service error: Spreadsheets', { method: 'SpreadsheetApp.flush' });
    expect(run('refusal', reports.id)).toMatchObject({
      field: 'spreadsheet',
      advice: { fr: expect.stringContaining('Service error: Spreadsheets') as string },
    });
  });
});
