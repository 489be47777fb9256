import type { Project } from '../../../local/apps-script/project';
import { Random } from '../../../local/vendors/random';
import { bakery } from '../add-on';
import { bundle } from '../../bundle';
import { type HostileCall, hostileCall } from './hostile-calls';
import { openRemoteDesk } from './remote-desk';

let project: Project;

beforeAll(async () => {
  project = await bundle('test/app/remote/many-calls-script.ts', {
    'src/connectors/index.ts': 'test/app/connectors.ts',
  });
});

/** As many as come within Google's six minutes, since each wrong secret waits for two seconds. */
const TOGETHER = 100;

test('10,000 wrong, missing, oversized, senseless and replayed calls, a hundred in each execution: each is refused in JSON without a secret, and nothing begins', () => {
  const desk = openRemoteDesk(project);
  const { addOn } = desk;
  const { machine } = addOn;
  const { id } = addOn.save(bakery());
  const earlier = desk.rotate();
  const before = JSON.stringify(traces());
  machine.resetCalls();
  const random = new Random('hostile', 1);
  const statuses = new Map<number, number>();
  for (let done = 0; done < 10_000; done += TOGETHER) {
    const known = { secret: desk.secret(), earlier };
    const calls = Array.from({ length: TOGETHER }, () => hostileCall(random, known, id));
    for (const [at, content] of (addOn.call('callMany', calls) as string[]).entries()) {
      const status = statusOf(content, calls[at]);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      if (content.includes(known.secret) || content.includes(earlier)) throw new Error(content);
    }
  }
  expect([...statuses.keys()].sort()).toEqual([400, 401, 404, 405, 413]);
  expect(Math.min(...statuses.values())).toBeGreaterThan(30);
  expect(JSON.stringify(traces())).toBe(before);
  expect(machine.calls()['Properties.setProperty']).toBeLessThan(100);
  const logs = JSON.stringify(machine.executions.map((execution) => execution.logs));
  expect(logs).not.toMatch(/unexpected/);
  expect(logs.includes(desk.secret()) || logs.includes(earlier)).toBe(false);
  expect(desk.get(`/api/connections/${id}/history`)).toMatchObject({ success: true, data: [] });

  function traces(): unknown {
    const { document } = machine.state.properties;
    const kept = Object.entries(document).filter(([name]) => name !== 'remote.tries' && name !== 'remote');
    return [kept, machine.state.triggers, addOn.workbook.tabs.map(({ name }) => name)];
  }
});

/** Of an answer that is a refusal, as all are; throws for any other. */
function statusOf(content: string, call: HostileCall | undefined): number {
  const { success, status, message, data, ...rest } = JSON.parse(content) as Record<string, unknown>;
  const isPlain =
    typeof message === 'string' && message.length > 20 && !/\bat \S+ \(|:\d+:\d+|Error\b|undefined/.test(message);
  if (success === false && data === null && isPlain && typeof status === 'number' && Object.keys(rest).length === 0) {
    return status;
  }
  throw new Error(`${JSON.stringify(call).slice(0, 500)} was answered ${content}`);
}

test('a call with the right secret that is repeated twenty times starts one run', () => {
  const desk = openRemoteDesk(project);
  desk.addOn.save(bakery());
  const runs = Array.from({ length: 20 }, () => JSON.stringify(desk.post('/sync-now', {}).data));
  expect(new Set(runs).size).toBe(1);
  const { run } = JSON.parse(runs[0] ?? '') as { readonly run: string };
  expect(desk.follow(run)).toMatchObject({ data: { state: 'finished' } });
  expect(desk.post('/sync-now', {}).data).toEqual({ run });
  desk.addOn.machine.runUntilIdle();
  const { data } = desk.get('/api/connections/');
  const [{ id } = { id: '' }] = data as readonly { readonly id: string }[];
  expect(desk.get(`/api/connections/${id}/history`).data).toHaveLength(1);
});
