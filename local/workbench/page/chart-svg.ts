import type { DeskChart } from '../protocol';

/** A chart of stacked columns as SVG; of another kind its name alone. */
export function chartSvg(chart: DeskChart): string {
  const { title, width, height, type } = chart;
  const name = text(width / 2, 24, title, 'middle', 'font-size="15" fill="#5f6368"');
  const drawn = type === 'COLUMN' ? columns(chart) : text(width / 2, height / 2, type, 'middle');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="${escape(title)}" ` +
    `width="${width}" height="${height}" font-family="Arial, sans-serif" font-size="11" fill="#444746">${name}${drawn}</svg>`
  );
}

/** A line through values, as SPARKLINE draws it in its cell: the least at the bottom, the greatest at the top. */
export function sparklineSvg(values: readonly number[], width: number, height: number): string {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const points = values.map((value, i) => {
    const x = values.length === 1 ? 0 : (i / (values.length - 1)) * width;
    const y = high === low ? height - 1 : height - 1 - ((value - low) / (high - low)) * (height - 2);
    return `${x.toFixed(1)},${y.toFixed(1)}`;
  });
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" aria-hidden="true" width="${width}" height="${height}">` +
    `<polyline points="${points.join(' ')}" fill="none" stroke="#1f1f1f"/></svg>`
  );
}

const MARGIN = { top: 40, right: 16, bottom: 56, left: 48 };
/** Pixels that the name of a place and of a series take. */
const PLACE_WIDTH = 46;
const SERIES_WIDTH = 118;
const PALETTE = ['#4285f4', '#ea4335', '#fbbc04', '#34a853'];

function columns({ width, height, places, series, colors }: DeskChart): string {
  const plot = { width: width - MARGIN.left - MARGIN.right, height: height - MARGIN.top - MARGIN.bottom };
  const bottom = MARGIN.top + plot.height;
  const step = niceStep(Math.max(0, ...places.map((_, i) => stackHeight(series, i))));
  const most = step * STEPS;
  const slot = plot.width / Math.max(1, places.length);
  const color = (n: number): string => escape(colors[n] ?? PALETTE[n % PALETTE.length] ?? '');
  const bars = places.map((_, i) => {
    let y = bottom;
    return series.map(({ values }, n) => {
      const size = ((values[i] ?? 0) / most) * plot.height;
      y -= size;
      const x = MARGIN.left + slot * (i + 0.15);
      return size > 0
        ? `<rect x="${x.toFixed(1)}" y="${y.toFixed(1)}" width="${(slot * 0.7).toFixed(1)}" height="${size.toFixed(1)}" fill="${color(n)}"/>`
        : '';
    });
  });
  const every = Math.ceil(PLACE_WIDTH / slot);
  const names = places.map((place, i) =>
    i % every === 0 ? text(MARGIN.left + slot * (i + 0.5), bottom + 16, place, 'middle') : '',
  );
  const legend = series.map(({ name }, n) => {
    const x = MARGIN.left + n * SERIES_WIDTH;
    return `<rect x="${x}" y="${height - 22}" width="10" height="10" fill="${color(n)}"/>${text(x + 15, height - 13, name)}`;
  });
  return [...gridLines(width, bottom, plot.height, step), ...bars.flat(), ...names, ...legend].join('');
}

/** How many lines stand above the ground line. */
const STEPS = 4;

function gridLines(width: number, bottom: number, height: number, step: number): readonly string[] {
  return Array.from({ length: STEPS + 1 }, (_, i) => {
    const y = bottom - (i / STEPS) * height;
    const line = `<line x1="${MARGIN.left}" x2="${width - MARGIN.right}" y1="${y}" y2="${y}" stroke="${i === 0 ? '#5f6368' : '#e0e0e0'}"/>`;
    return line + text(MARGIN.left - 6, y + 4, String(i * step), 'end');
  });
}

function stackHeight(series: DeskChart['series'], place: number): number {
  return series.reduce((sum, { values }) => sum + (values[place] ?? 0), 0);
}

/** The least of 1, 2, 5, 10, 20… of which `STEPS` reach as high as `most`. */
function niceStep(most: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, most / STEPS)));
  return [1, 2, 5, 10].map((digit) => digit * power).find((step) => step * STEPS >= most) ?? 10 * power;
}

function text(x: number, y: number, content: string, anchor = 'start', more = ''): string {
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor}" ${more}>${escape(content)}</text>`;
}

function escape(content: string): string {
  return content.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
