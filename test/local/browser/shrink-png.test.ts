import { deflateSync, inflateSync } from 'node:zlib';
import { shrinkPng } from '../../../local/browser/shrink-png';

const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
const RED = [255, 0, 0];
const BLUE = [0, 0, 255];

/** A picture of rows of RGB pixels; each row begins with the number of its filter. */
function toPng(width: number, height: number, rows: readonly (readonly number[])[]): Buffer {
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, height, 8, 2, 0, 0, 0]);
  header.writeUInt32BE(width);
  return Buffer.concat([SIGNATURE, chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.from(rows.flat())))]);
}

function chunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(type), data, Buffer.alloc(4)]);
}

function dataOf(png: Buffer, type: string): Buffer {
  const at = png.indexOf(type);
  return png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4));
}

/** The colours of a shrunken picture, row by row. */
function readColors(png: Buffer): number[][][] {
  const [width, palette] = [png.readUInt32BE(16), dataOf(png, 'PLTE')];
  const places = inflateSync(dataOf(png, 'IDAT'));
  return Array.from({ length: places.length / (width + 1) }, (_, y) =>
    [...places.subarray(y * (width + 1) + 1, (y + 1) * (width + 1))].map((place) => [
      ...palette.subarray(3 * place, 3 * place + 3),
    ]),
  );
}

it('keeps each pixel of a picture of few colours, however its rows were filtered', () => {
  const rows = [
    [0, ...RED, ...BLUE],
    [1, ...RED, ...[1, 0, 255]],
    [2, ...[0, 0, 0], ...[0, 0, 0]],
    [3, ...[128, 0, 0], ...[129, 0, 128]],
    [4, ...[0, 0, 0], ...[0, 0, 0]],
  ];
  const [left, right] = [RED, BLUE];
  expect(readColors(shrinkPng(toPng(2, rows.length, rows)))).toEqual(rows.map(() => [left, right]));
});

it('gives a colour beyond 256 the nearest of those that are there more often', () => {
  const greys = Array.from({ length: 256 }, (_, value) => [value, value, value]);
  const rows = [
    [0, ...greys.flat()],
    [0, ...greys.flat()],
    [0, ...[100, 101, 100], ...greys.slice(1).flat()],
  ];
  const last = readColors(shrinkPng(toPng(256, 3, rows))).at(-1);
  expect(last?.slice(0, 3)).toEqual([[100, 100, 100], ...greys.slice(1, 3)]);
});

it('refuses what is no picture of a browser', () => {
  expect(() => shrinkPng(Buffer.from('GIF89a, not a PNG at all'))).toThrow();
});
