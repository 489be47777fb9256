import { Random } from '../../../local/vendors/random';
import { scatter } from '../../../local/vendors/scatter';

test('the same parts draw the same numbers, and other parts draw others', () => {
  const draw = (...parts: (string | number)[]): number[] => {
    const random = new Random(...parts);
    return [random.next(), random.next(), random.next()];
  };
  expect(draw(1, 'folder', 7)).toEqual(draw(1, 'folder', 7));
  expect(draw(1, 'folder', 7)).not.toEqual(draw(1, 'folder', 8));
  expect(draw(1, 'folder', 7)).not.toEqual(draw(2, 'folder', 7));
});

test('weights decide how often a word is drawn', () => {
  const random = new Random('weights');
  const drawn = Array.from({ length: 1000 }, () => random.weighted({ often: 9, seldom: 1, never: 0 }));
  expect(drawn.filter((word) => word === 'often').length).toBeGreaterThan(850);
  expect(drawn).toContain('seldom');
  expect(drawn).not.toContain('never');
});

test('scattered positions are different, in order, and spread over the whole list', () => {
  const positions = scatter(1000, 100, 1);
  expect(new Set(positions).size).toBe(100);
  expect([...positions].sort((a, b) => a - b)).toEqual(positions);
  expect(positions[99]).toBeGreaterThanOrEqual(990);
  expect(scatter(3, 10, 1)).toEqual([0, 1, 2]);
});
