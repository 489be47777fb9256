import { crc32, deflateSync, inflateSync } from 'node:zlib';

/**
 * The same picture with 256 colours at most, a third as large: what a screenshot has beyond them are the edges of letters.
 * Takes what Chromium writes, eight bits a channel, not interlaced (w3.org, Portable Network Graphics); throws on other files.
 */
export function shrinkPng(png: Buffer): Buffer {
  const chunks = readChunks(png);
  const header = chunks.find(({ type }) => type === 'IHDR')?.data;
  const channels = CHANNELS[header?.[9] ?? -1];
  if (!header || channels === undefined || header[8] !== 8 || header[12] !== 0) {
    throw new Error('This is no picture as a browser writes them.');
  }
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const parts = chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data);
  const colors = toColors(inflateSync(Buffer.concat(parts)), width, height, channels);
  const palette = toPalette(colors);
  const near = createNearest(palette);
  const rows = Buffer.alloc((width + 1) * height);
  colors.forEach((color, n) => {
    rows[n + Math.floor(n / width) + 1] = near(color);
  });
  return Buffer.concat([
    png.subarray(0, 8),
    toChunk('IHDR', Buffer.concat([header.subarray(0, 9), Buffer.from([INDEXED, 0, 0, 0])])),
    toChunk('PLTE', Buffer.from(palette.flatMap(toBytes))),
    toChunk('IDAT', deflateSync(rows, { level: 9 })),
    toChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Bytes a pixel, by the number of the colour type: without and with transparency, of which a page has none. */
const CHANNELS: Readonly<Record<number, number>> = { 2: 3, 6: 4 };
const INDEXED = 3;
const MOST_COLORS = 256;

interface Chunk {
  readonly type: string;
  readonly data: Buffer;
}

function readChunks(png: Buffer): readonly Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = 8; at < png.length;) {
    const end = at + 8 + png.readUInt32BE(at);
    chunks.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, end) });
    at = end + 4;
  }
  return chunks;
}

function toChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** Undoes the filter of each line; a colour is one number of 24 bits. */
function toColors(lines: Buffer, width: number, height: number, channels: number): readonly number[] {
  const size = width * channels;
  const colors: number[] = [];
  let above = Buffer.alloc(size);
  for (let y = 0; y < height; y++) {
    const start = y * (size + 1);
    const line = Buffer.from(lines.subarray(start + 1, start + 1 + size));
    unfilter(lines[start] ?? 0, line, above, channels);
    for (let x = 0; x < size; x += channels) colors.push(line.readUIntBE(x, 3));
    above = line;
  }
  return colors;
}

function unfilter(filter: number, line: Buffer, above: Buffer, channels: number): void {
  for (let x = 0; x < line.length; x++) {
    const left = line[x - channels] ?? 0;
    const up = above[x] ?? 0;
    const corner = above[x - channels] ?? 0;
    line[x] = (line[x] ?? 0) + guess(filter, left, up, corner);
  }
}

function guess(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  return filter === 4 ? toPaeth(left, up, corner) : 0;
}

function toPaeth(left: number, up: number, corner: number): number {
  const [toLeft, toUp, toCorner] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}

/** The most frequent ones. */
function toPalette(colors: readonly number[]): readonly number[] {
  const counts = new Map<number, number>();
  for (const color of colors) counts.set(color, (counts.get(color) ?? 0) + 1);
  const frequent = [...counts].sort(([, a], [, b]) => b - a).map(([color]) => color);
  return frequent.slice(0, MOST_COLORS);
}

/** The place in the palette of what comes nearest to a colour. */
function createNearest(palette: readonly number[]): (color: number) => number {
  const known = new Map(palette.map((color, place) => [color, place]));
  return (color) => {
    const place = known.get(color) ?? findNearest(palette, color);
    known.set(color, place);
    return place;
  };
}

function findNearest(palette: readonly number[], color: number): number {
  const distances = palette.map((other) => distance(color, other));
  return distances.indexOf(Math.min(...distances));
}

function distance(one: number, other: number): number {
  const others = toBytes(other);
  return toBytes(one).reduce((sum, byte, n) => sum + (byte - (others[n] ?? 0)) ** 2, 0);
}

function toBytes(color: number): number[] {
  return [color >> 16, (color >> 8) & 255, color & 255];
}
