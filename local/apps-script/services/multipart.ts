import { reveal } from '../exposed';
import { fromSigned } from './bytes';

/** A form with files (RFC 7578), as UrlFetchApp sends an object of which at least one value is a blob. */
export function toMultipart(fields: readonly (readonly [string, unknown])[]): {
  bytes: Uint8Array;
  contentType: string;
} {
  const parts = fields.flatMap(([name, value]) => [Buffer.from(`--${BOUNDARY}\r\n`), toPart(name, value)]);
  return {
    bytes: Buffer.concat([...parts, Buffer.from(`--${BOUNDARY}--\r\n`)]),
    contentType: `multipart/form-data; boundary=${BOUNDARY}`,
  };
}

const BOUNDARY = '----AppsScriptFormBoundary7MA4YWxkTrZu0gW';

function toPart(name: string, value: unknown): Uint8Array {
  const blob = reveal(value) as GoogleAppsScript.Base.Blob | undefined;
  const fileName = blob ? `; filename="${blob.getName() ?? name}"` : '';
  const type = blob ? `Content-Type: ${blob.getContentType() ?? 'application/octet-stream'}\r\n` : '';
  const head = `Content-Disposition: form-data; name="${name}"${fileName}\r\n${type}\r\n`;
  const content = blob ? fromSigned(blob.getBytes()) : Buffer.from(String(value), 'utf8');
  return Buffer.concat([Buffer.from(head, 'utf8'), content, Buffer.from('\r\n')]);
}
