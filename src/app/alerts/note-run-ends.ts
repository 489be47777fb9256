import type { Entry } from '../../engine/engine';
import { documentStore } from '../../platform/property-stores';
import { alertSettingsIn } from './alert-settings';
import { composeMail, type Mail } from './compose-mail';
import { type EndedRun, isWell, toEndedRuns } from './ended-runs';
import { failureMail, recoveryMail } from './failure-mail';
import { sendOrOwe, takeBackMail } from './owed-mails';
import { type Streak, streakIn, writeStreak } from './streak';

type Properties = Readonly<Record<string, string>>;

/**
 * Counts the failures in a row of each connection, and writes to its owner and to the others in the settings when one that nobody
 * watched is the first of its streak to be told, and when it works again: two mails a streak at most.
 */
export function noteRunEnds(entries: readonly Entry[], properties: Properties): void {
  for (const run of toEndedRuns(entries, properties)) {
    const streak = streakIn(properties, run.subject.id);
    const well = isWell(run);
    if (well === false) noteFailure(run, streak, properties);
    if (well === true && streak) noteRecovery(run, streak, properties);
  }
}

function noteFailure(run: EndedRun, streak: Streak | null, properties: Properties): void {
  const { subject, entries } = run;
  const [{ run: began }] = entries;
  if (streak?.run === began) return;
  // Whoever started it by hand sees it fail.
  const isUnattended = entries.some(({ cause }) => cause !== undefined);
  const tells = streak?.mailed !== true && isUnattended && alertSettingsIn(properties).onFailure;
  const grown: Streak = {
    since: streak?.since ?? run.startedAt,
    failures: (streak?.failures ?? 0) + 1,
    run: began,
    mailed: tells || streak?.mailed === true,
  };
  writeStreak(documentStore(), subject.id, grown);
  if (tells) sendOrOwe(subject.id, toMail(run, failureMail(run, grown), properties));
}

function noteRecovery(run: EndedRun, streak: Streak, properties: Properties): void {
  const { id } = run.subject;
  writeStreak(documentStore(), id, null);
  // Nobody knows of a failure whose mail never went out.
  if (!streak.mailed || takeBackMail(id) || !alertSettingsIn(properties).onFailure) return;
  sendOrOwe(id, toMail(run, recoveryMail(run, streak), properties));
}

function toMail(
  { subject: { owner } }: EndedRun,
  { subject, paragraphs }: { readonly subject: string; readonly paragraphs: readonly string[] },
  properties: Properties,
): Mail {
  return composeMail([owner, ...alertSettingsIn(properties).extra], subject, paragraphs);
}
