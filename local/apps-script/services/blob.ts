import type { Faithful } from '../faithful';
import type { Host } from '../host';
import { fromSigned, toSigned } from './bytes';

/** A Blob as scripts see it, over `bytes`. */
export function createBlob(host: Host, bytes: Uint8Array, contentType: string | null, name: string | null): object {
  const content = { bytes, contentType, name };
  const blob: Faithful<
    GoogleAppsScript.Base.Blob,
    | 'getBytes'
    | 'getContentType'
    | 'getDataAsString'
    | 'getName'
    | 'copyBlob'
    | 'isGoogleType'
    | 'setBytes'
    | 'setContentType'
    | 'setDataFromString'
    | 'setName'
  > = {
    getBytes: () => toSigned(content.bytes),
    getContentType: () => content.contentType,
    getDataAsString: (charset?: string) => decodeText(content.bytes, charset ?? 'utf-8', host),
    getName: () => content.name,
    copyBlob: () => createBlob(host, content.bytes.slice(), content.contentType, content.name),
    isGoogleType: () => false,
    setBytes(data: readonly number[]) {
      content.bytes = fromSigned(data);
      return blob;
    },
    setContentType(type: string | null) {
      content.contentType = type;
      return blob;
    },
    setDataFromString(text: unknown) {
      content.bytes = Buffer.from(String(text), 'utf8');
      return blob;
    },
    setName(next: string) {
      content.name = next;
      return blob;
    },
  };
  return host.expose('Blob', blob);
}

/** The text of bytes in a charset; throws Google's text for a charset it does not know. */
export function decodeText(bytes: Uint8Array, charset: string, host: Pick<Host, 'fail'>): string {
  try {
    return new TextDecoder(charset, { ignoreBOM: true }).decode(bytes);
  } catch {
    return host.fail(`Invalid argument: ${charset}`);
  }
}
