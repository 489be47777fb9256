import { DRIVE_FAULTS } from '../../local/apps-script/drive/drive-faults';
import { createMachine, type Machine } from '../../local/apps-script/machine';
import type { Project } from '../../local/apps-script/project';
import type { Cursor } from '../../src/core/model';
import type { ArchiveStep, FileTarget, Target } from '../../src/destinations/destination';
import { bundle } from '../bundle';
import { column } from './table-lab';

const DRIVE_FILE = 'https://www.googleapis.com/auth/drive.file';
const FILE: FileTarget = { id: 'c1/tickets', name: 'tickets_all.csv', separator: ';' };
const TARGET: Target = {
  id: 'c1/tickets',
  title: { fr: 'tickets', en: 'tickets' },
  key: ['id'],
  columns: [column('id'), column('amount', 'number'), column('at', 'moment'), column('text')],
  mode: 'changes',
  owner: 'Lab',
};

describe('the copy of a tab in Google Drive, on the local Apps Script', () => {
  let project: Project;
  let machine: Machine;

  beforeAll(async () => {
    project = await bundle('test/destinations/csv-script.ts');
  });

  beforeEach(() => {
    machine = createMachine();
  });

  function run(name: string, args: readonly unknown[]): unknown {
    const outcome = machine.run(project, name, args);
    if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome));
    return outcome.value;
  }

  const fill = (count: number, size: number): unknown => run('fill', [TARGET, count, size]);
  const copy = (cursor: Cursor | null = null, most = 99): ArchiveStep & { error?: string } =>
    run('copy', [TARGET, FILE, cursor, most]) as ArchiveStep & { error?: string };
  const file = (): { id: string; text: string } => {
    const { id = '', content = [] } = machine.state.files.find(({ name }) => name === FILE.name) ?? {};
    return { id, text: Buffer.from(content).toString('utf8') };
  };

  it('shows what the tab shows', () => {
    fill(2, 3);
    expect(copy()).toMatchObject({ done: true, rows: 2 });
    expect(file().text).toBe(
      '\ufeff"id";"amount";"at";"text"\r\n"00";0,5;2026-02-02 11:00:00;"\'=é€😀"\r\n"01";1,5;2026-02-02 11:00:00;"€€€"\r\n',
    );
  });

  it('is the same file the next time', () => {
    fill(2, 3);
    copy();
    const { id } = file();
    fill(3, 3);
    copy();
    expect(file().text.split('\r\n')).toHaveLength(5);
    expect(file().id).toBe(id);
  });

  it.each([0, 300_000, 3_000_000, Infinity])('is whole when a part breaks off after %d bytes', (arrived) => {
    fill(150, 12_000);
    const { cursor } = copy(null, 1);
    machine.resetCalls();
    machine.faults.http(1, { failure: 'timeout', arrived });
    // a broken part of which Drive kept nothing ends the execution: the next one asks Drive
    let step = copy(cursor);
    if (step.error !== undefined) step = copy(cursor);
    expect(step).toMatchObject({ done: true, rows: 150 });
    expect(
      file()
        .text.split('\r\n')
        .slice(2, -1)
        .every((line) => line.endsWith(`${'€'.repeat(12_000)}"`)),
    ).toBe(true);
    expect(file().text.split('\r\n')).toHaveLength(152);
  });

  it('is whole when each step is an execution of its own', () => {
    fill(150, 12_000);
    let step = copy(null, 1);
    while (!step.done) step = copy(step.cursor, 1);
    expect(file().text.split('\r\n')).toHaveLength(152);
  });

  it.each([
    ['storageFull', 'DataError'],
    ['apiOff', 'UnavailableError'],
  ] as const)('says it when Drive answers %s', (fault, error) => {
    fill(2, 3);
    machine.resetCalls();
    machine.faults.http(1, DRIVE_FAULTS[fault]);
    expect(copy().error).toBe(error);
  });

  it('says it when the user did not grant access to Drive', () => {
    fill(2, 3);
    machine.refusedScopes.add(DRIVE_FILE);
    expect(copy().error).toBe('UnavailableError');
  });

  it('gives Google’s token to Google alone', () => {
    fill(2, 3);
    copy();
    expect(machine.leaks).toEqual([]);
  });
});
