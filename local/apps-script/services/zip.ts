import { crc32 as nodeCrc32, deflateRawSync, inflateRawSync } from 'node:zlib';

/** One file of an archive. */
export interface ZipEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A ZIP archive (PKWARE APPNOTE): deflate, no encryption, under 4 GB. */
export function zip(files: readonly ZipEntry[]): Uint8Array {
  const locals: Uint8Array[] = [];
  const centrals: Uint8Array[] = [];
  let offset = 0;
  for (const { name, bytes } of files) {
    const title = Buffer.from(name, 'utf8');
    const packed = deflateRawSync(bytes);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(UTF8_NAMES, 2);
    common.writeUInt16LE(DEFLATE, 4);
    common.writeUInt16LE(NEW_YEAR_1980, 8);
    common.writeUInt32LE(nodeCrc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(title.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, title, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    centrals.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0'), common, tail, title]));
    locals.push(local);
    offset += local.length;
  }
  return Buffer.concat([...locals, ...centrals, endRecord(files.length, centrals, offset)]);
}

/** The files of an archive, found from its central directory. */
export function unzip(archive: Uint8Array): ZipEntry[] {
  const data = Buffer.from(archive);
  const end = data.lastIndexOf('PK\x05\x06');
  const entries: ZipEntry[] = [];
  let at = data.readUInt32LE(end + 16);
  for (let left = data.readUInt16LE(end + 10); left > 0; left--) {
    const [packed, nameSize] = [data.readUInt32LE(at + 20), data.readUInt16LE(at + 28)];
    const local = data.readUInt32LE(at + 42);
    const name = data.toString('utf8', at + 46, at + 46 + nameSize);
    const start = local + 30 + data.readUInt16LE(local + 26) + data.readUInt16LE(local + 28);
    const content = data.subarray(start, start + packed);
    entries.push({ name, bytes: data.readUInt16LE(at + 10) === DEFLATE ? inflateRawSync(content) : content });
    at += 46 + nameSize + data.readUInt16LE(at + 30) + data.readUInt16LE(at + 32);
  }
  return entries;
}

const UTF8_NAMES = 0x0800;
const DEFLATE = 8;
const NEW_YEAR_1980 = 0x0021;

function endRecord(count: number, centrals: readonly Uint8Array[], offset: number): Uint8Array {
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06');
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(
    centrals.reduce((sum, record) => sum + record.length, 0),
    12,
  );
  end.writeUInt32LE(offset, 16);
  return end;
}
