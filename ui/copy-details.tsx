import type { JSX } from 'preact';
import { CopyText } from './copy-text';

/** A button that copies what whoever helps the user wants to know. */
export function CopyDetails({ text }: { readonly text: string }): JSX.Element {
  return (
    <CopyText
      text={text}
      words={{ fr: 'Copier les détails', en: 'Copy the details' }}
      done={{ fr: 'Détails copiés.', en: 'Details copied.' }}
    />
  );
}
