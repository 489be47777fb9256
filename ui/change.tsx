import type { JSX } from 'preact';
import { say } from './language';

export interface ChangeProps {
  readonly before: string;
  readonly after: string;
}

/** A value and what takes its place; nothing where both are blank. */
export function Change({ before, after }: ChangeProps): JSX.Element | null {
  if (before === '' && after === '') return null;
  return (
    <p class="change">
      <span class="hidden">{say({ fr: 'avant : ', en: 'before: ' })}</span>
      {before === '' ? <Blank /> : <del>{before}</del>}
      <span aria-hidden="true"> → </span>
      <span class="hidden">{say({ fr: ', après : ', en: ', after: ' })}</span>
      {after === '' ? <Blank /> : <ins>{after}</ins>}
    </p>
  );
}

function Blank(): JSX.Element {
  return <span class="grey">{say({ fr: '(vide)', en: '(blank)' })}</span>;
}
