import type { FileRecord, State, UploadRecord } from '../state';

/** Files and uploads as JSON: in place of bytes stand the names of files that hold them. */
export interface SavedDrive {
  readonly files: readonly (Omit<FileRecord, 'content'> & { readonly content: string })[];
  readonly uploads: readonly (Omit<UploadRecord, 'chunks'> & { readonly chunks: readonly string[] })[];
}

/** The drive of an account for JSON; `write` keeps the i-th bytes and answers the name under which they are read again. */
export function saveDrive(
  { files, uploads }: Pick<State, 'files' | 'uploads'>,
  write: (bytes: Uint8Array, i: number) => string,
): SavedDrive {
  let count = 0;
  const keep = (bytes: Uint8Array): string => {
    if (bytes.length === 0) return '';
    count += 1;
    return write(bytes, count);
  };
  return {
    files: files.map((file) => ({ ...file, content: keep(file.content) })),
    uploads: uploads.map((upload) => ({
      ...upload,
      chunks: upload.chunks.length === 0 ? [] : [keep(Buffer.concat(upload.chunks))],
    })),
  };
}

/** What `saveDrive` kept. */
export function loadDrive(
  { files, uploads }: SavedDrive,
  read: (name: string) => Uint8Array,
): Pick<State, 'files' | 'uploads'> {
  return {
    files: files.map((file) => ({ ...file, content: file.content === '' ? new Uint8Array() : read(file.content) })),
    uploads: uploads.map((upload) => ({ ...upload, chunks: upload.chunks.map(read) })),
  };
}
