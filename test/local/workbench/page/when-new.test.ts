import { whenNew } from '../../../../local/workbench/page/when-new';

describe('what is drawn when it is new', () => {
  test('is drawn the first time, and again when it has changed in any depth', () => {
    const drawn: object[] = [];
    const draw = whenNew((value: object) => drawn.push(value));
    draw({ tabs: [{ name: 'Élèves' }] });
    draw({ tabs: [{ name: 'Élèves' }] });
    draw({ tabs: [{ name: 'Inscriptions' }] });
    expect(drawn).toEqual([{ tabs: [{ name: 'Élèves' }] }, { tabs: [{ name: 'Inscriptions' }] }]);
  });

  test('can be nothing', () => {
    const drawn: (string | null)[] = [];
    const draw = whenNew((value: string | null) => drawn.push(value));
    draw(null);
    draw(null);
    expect(drawn).toEqual([null]);
  });
});
