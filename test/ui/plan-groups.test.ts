import type { PlanLine } from '../../src/app/rpc';
import { toPlanGroups } from '../../ui/plan-groups';

const line = (client: string, field: string, action = 'change'): PlanLine => ({
  ...{ side: 'google', client, field, action, before: '', after: 'x' },
});

describe('the groups of a plan', () => {
  it('are a client each, with the fields that change', () => {
    const groups = toPlanGroups([line('Anne', 'ville'), line('Anne', 'telephone'), line('Paul', 'ville')]);
    expect(groups.map(({ client, lines }) => [client, lines.map(({ field }) => field)])).toEqual([
      ['Anne', ['ville', 'telephone']],
      ['Paul', ['ville']],
    ]);
  });

  it('keep apart what is done to the same client in different ways', () => {
    const groups = toPlanGroups([line('Anne', '', 'new'), line('Anne', 'ville'), line('Anne', 'nom', 'conflict')]);
    expect(groups.map(({ action, isWhole }) => [action, isWhole])).toEqual([
      ['new', true],
      ['change', false],
      ['conflict', false],
    ]);
  });

  it('are none where nothing is done', () => {
    expect(toPlanGroups([])).toEqual([]);
  });
});
