import type { JSX } from 'preact';
import { say, type Words } from './language';
import { Notice } from './notice';
import type { AnswerState } from './use-answer';

export interface AnswerNoticeProps {
  readonly answer: Pick<AnswerState<unknown>, 'value' | 'failure' | 'isBusy' | 'ask'>;
  /** What is awaited, such as «Lecture du journal…». */
  readonly waiting: Words;
}

/** That an answer is awaited, or why it did not come, with a way to ask again; nothing once it is there. */
export function AnswerNotice({ answer, waiting }: AnswerNoticeProps): JSX.Element | null {
  const { failure, isBusy, ask } = answer;
  if (isBusy) return <p role="status">{say(waiting)}</p>;
  if (!failure) return null;
  return (
    <>
      <Notice kind="error" text={failure.advice} details={failure.details} />
      <button type="button" onClick={ask}>
        {say({ fr: 'Réessayer', en: 'Try again' })}
      </button>
    </>
  );
}
