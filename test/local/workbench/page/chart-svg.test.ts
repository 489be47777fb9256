import { chartSvg, sparklineSvg } from '../../../../local/workbench/page/chart-svg';
import type { DeskChart } from '../../../../local/workbench/protocol';

const CHART: DeskChart = {
  ...{ row: 1, column: 1, x: 0, y: 0, width: 600, height: 300, type: 'COLUMN', title: 'Par jour' },
  colors: ['green', 'red'],
  places: ['lundi', 'mardi'],
  series: [
    { name: 'Terminées', values: [3, 1] },
    { name: 'En échec', values: [1, 0] },
  ],
};

/** The attributes of the columns, in their order; without the squares of the legend. */
function columnsOf(chart: DeskChart): Record<string, string>[] {
  const rects = [...chartSvg(chart).matchAll(/<rect ([^>]*)\/>/g)].map(([, attributes = '']) =>
    Object.fromEntries(
      [...attributes.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
    ),
  );
  return rects.filter(({ width }) => width !== '10');
}

describe('a chart', () => {
  test('stacks the columns of one place, as high as their values', () => {
    const [finished, failed, tuesday, ...rest] = columnsOf(CHART).map(({ x, y, height, fill }) => ({
      ...{ x, fill, y: Number(y), height: Number(height) },
    }));
    expect(rest).toEqual([]);
    expect([finished?.fill, failed?.fill, tuesday?.fill]).toEqual(['green', 'red', 'green']);
    expect(failed?.x).toBe(finished?.x);
    expect((failed?.y ?? 0) + (failed?.height ?? 0)).toBeCloseTo(finished?.y ?? 0);
    expect(finished?.height).toBeCloseTo(3 * (tuesday?.height ?? 0));
  });

  test('has round numbers at its side, that reach as high as the highest column', () => {
    const [values, heights] = [
      [230, 1],
      [3900, 0],
    ].map((values) => {
      const svg = chartSvg({ ...CHART, series: [{ name: 'Lignes', values }] });
      return [...svg.matchAll(/text-anchor="end"[^>]*>(\d+)</g)].map(([, number]) => Number(number));
    });
    expect(values).toEqual([0, 100, 200, 300, 400]);
    expect(heights).toEqual([0, 1000, 2000, 3000, 4000]);
  });

  test('of many places names some, that do not touch', () => {
    const places = Array.from({ length: 30 }, (_, i) => `${String(i + 1)}/11`);
    const named = [...chartSvg({ ...CHART, places }).matchAll(/x="([\d.]+)"[^>]*>\d+\/11</g)].map(([, x]) => Number(x));
    expect(named.length).toBeGreaterThan(5);
    expect(named.slice(1).every((x, i) => x - (named[i] ?? 0) >= 46)).toBe(true);
  });

  test('without any value is its axes', () => {
    expect(columnsOf({ ...CHART, places: [], series: [] })).toEqual([]);
    expect(chartSvg({ ...CHART, places: [], series: [] })).toContain('Par jour');
  });

  test('of another kind says which', () => {
    expect(chartSvg({ ...CHART, type: 'PIE' })).toContain('>PIE</text>');
  });

  test('takes no text for markup', () => {
    const evil = '"><script>&';
    const svg = chartSvg({
      ...CHART,
      title: evil,
      colors: [evil],
      series: [{ name: evil, values: [1] }],
      places: [evil],
    });
    expect(svg).not.toContain('<script');
    expect(svg).toContain('&quot;&gt;&lt;script&gt;&amp;');
  });
});

describe('a sparkline', () => {
  function pointsOf(values: readonly number[]): string | undefined {
    return /points="([^"]*)"/.exec(sparklineSvg(values, 100, 20))?.[1];
  }

  test('runs from the left to the right, its least value at the bottom', () => {
    expect(pointsOf([0, 4, 2])).toBe('0.0,19.0 50.0,1.0 100.0,10.0');
  });

  test('is flat where nothing changes, and empty without values', () => {
    expect(pointsOf([5, 5])).toBe('0.0,19.0 100.0,19.0');
    expect(pointsOf([])).toBe('');
  });
});
