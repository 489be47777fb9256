import { addLook, type Health, marksUntil } from '../../../src/app/dispatch/health';

const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 10, 30, 10, 20);
const WHY = { fr: 'En panne.', en: 'Down.' };

/** The health after looks at hours from `NOW` on, each with how it was. */
function after(...looks: readonly (readonly [number, 'up' | 'down'])[]): Health {
  let health: Health | undefined;
  for (const [hours, how] of looks) health = addLook(health, NOW + hours * HOUR, how === 'up' ? null : WHY);
  if (!health) throw new Error('No look');
  return health;
}

describe('the health of a system', () => {
  it('is one mark an hour', () => {
    expect(after([0, 'up'], [1, 'down'], [2, 'up']).marks).toBe('udu');
  });

  it('is what the last look of an hour found', () => {
    expect(after([0, 'up'], [1, 'up'], [1.5, 'down']).marks).toBe('ud');
  });

  it('has a gap where nobody looked', () => {
    expect(after([0, 'up'], [3, 'up']).marks).toBe('u--u');
    expect(marksUntil(after([0, 'up']), NOW + 3 * HOUR)).toBe('u--');
    expect(marksUntil(after([0, 'up']), NOW + 1.9 * HOUR)).toBe('u');
  });

  it('remembers a day', () => {
    const looks = Array.from({ length: 40 }, (_, hour) => [hour, hour < 20 ? 'down' : 'up'] as const);
    expect(after(...looks).marks).toBe(`${'d'.repeat(4)}${'u'.repeat(20)}`);
    expect(after([0, 'up'], [1000, 'up']).marks).toBe(`${'-'.repeat(23)}u`);
    expect(marksUntil(after([0, 'up']), NOW + 1000 * HOUR)).toBe('-'.repeat(24));
  });

  it('knows since when it is down, why, and for how many looks', () => {
    expect(after([0, 'up'], [1, 'down'], [2, 'down'])).toMatchObject({ why: WHY, downSince: NOW + HOUR, looks: 2 });
    expect(after([0, 'down'], [1, 'up'])).toEqual({ at: NOW + HOUR, marks: 'du' });
    expect(after([0, 'down'], [1, 'up'], [2, 'down'])).toMatchObject({ downSince: NOW + 2 * HOUR, looks: 1 });
  });
});
