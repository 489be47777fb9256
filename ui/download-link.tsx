import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { say } from './language';

export interface DownloadLinkProps {
  readonly text: string;
  /** Its media type. */
  readonly type: string;
  /** What the file is called. */
  readonly name: string;
}

/** Hands a text out as a file. */
export function DownloadLink({ text, type, name }: DownloadLinkProps): JSX.Element | null {
  const address = useObjectUrl(text, type);
  if (address === null) return null;
  return (
    <a href={address} download={name}>
      {say({ fr: 'Télécharger le fichier', en: 'Download the file' })}
    </a>
  );
}

function useObjectUrl(text: string, type: string): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([text], { type }));
    setAddress(made);
    return () => {
      URL.revokeObjectURL(made);
    };
  }, [text, type]);
  return address;
}
