import type { Stream } from '../connectors/connector';
import { addCounts, NO_COUNTS, type Counts, type Words } from '../core/model';
import { adviceOf } from './advice-of';
import type { Engine, Entry } from './engine';
import type { Job } from './job';
import type { Walk } from './plan-walks';
import { passIn, readWalk, type FileState, type Tally, type WalkResult } from './run-state';
import { targetsOf } from './walk';

/** How each stream of a job went so far: one entry a tab. */
export function toEntries(engine: Engine, job: Job): readonly Entry[] {
  const streams = job.plan.targets.map((target, place) =>
    toEntry(engine, job, target, place === 0 ? job.state.requests : 0),
  );
  const files = job.plan.targets.flatMap(({ name, file }) => {
    const state = job.state.files[name];
    return file && state ? [toFileEntry(job, file.name, state)] : [];
  });
  return [...streams, ...files];
}

function toFileEntry({ connection, state }: Job, name: string, file: FileState): Entry {
  const { startedAt, endedAt, status, rows, requests, notes } = file;
  return {
    startedAt,
    duration: endedAt - startedAt,
    run: state.run,
    connection: connection.id,
    stream: name,
    title: { fr: name, en: name },
    status: status ?? 'paused',
    ...{ read: rows, inserted: 0, updated: 0, removed: 0, requests },
    message: toMessage(notes),
  };
}

function toEntry(engine: Engine, job: Job, target: Stream, extraRequests: number): Entry {
  const walks = job.plan.walks.filter((walk) => targetsOf(walk).includes(target.name));
  const results = walks.flatMap(({ stream }) => job.done.get(stream.name) ?? []);
  const tallies = walks.map(({ stream }) => job.done.get(stream.name)?.tally ?? savedBy(engine, job, stream.name));
  const failure = job.failures.get(target.name);
  const status = failure ? 'failed' : results.length < walks.length ? 'paused' : statusOf(results);
  const sum = tallies.map((tally) => tally?.rows[target.name] ?? { ...NO_COUNTS, read: 0 });
  const counts = sum.reduce<Counts>(addCounts, NO_COUNTS);
  const startedAt = Math.min(...tallies.map((tally) => tally?.startedAt ?? job.state.startedAt));
  const endedAt = Math.max(startedAt, ...tallies.map((tally) => tally?.endedAt ?? 0));
  const notes = failure
    ? [adviceOf(failure.error, (text) => text)]
    : results
        .filter((result) => result.status === status)
        .flatMap((result) => result.notes)
        .filter(({ of }) => of === undefined || of === target.name);
  return {
    startedAt,
    duration: endedAt - startedAt,
    run: job.state.run,
    connection: job.connection.id,
    stream: target.name,
    title: target.title,
    status,
    read: sum.reduce((total, { read }) => total + read, 0),
    inserted: counts.inserted,
    updated: counts.updated,
    removed: counts.removed,
    requests: extraRequests + requestsFor(target, walks, tallies),
    message: toMessage([...notes, ...cutNote(counts.cut)]),
  };
}

function statusOf(results: readonly WalkResult[]): Entry['status'] {
  if (results.some(({ status }) => status === 'failed')) return 'failed';
  return results.some(({ status }) => status === 'finished') ? 'finished' : 'unavailable';
}

function savedBy(engine: Engine, job: Job, stream: string): Tally | undefined {
  return passIn(readWalk(engine.store, job.connection.id, stream), job.state)?.tally;
}

/** A walk's requests are told once: with its own tab, or with the first tab that it fills. */
function requestsFor(target: Stream, walks: readonly Walk[], tallies: readonly (Tally | undefined)[]): number {
  return walks.reduce((sum, walk, n) => {
    return targetsOf(walk)[0] === target.name ? sum + (tallies[n]?.requests ?? 0) : sum;
  }, 0);
}

function toMessage(notes: readonly Words[]): Words {
  const unique = notes.filter((note, n) => notes.findIndex(({ en }) => en === note.en) === n);
  return { fr: unique.map(({ fr }) => fr).join(' '), en: unique.map(({ en }) => en).join(' ') };
}

function cutNote(cut: number): readonly Words[] {
  if (cut === 0) return [];
  const [fr, en] =
    cut === 1
      ? ['Un texte de plus de 50 000 caractères a été coupé', 'One text over 50,000 characters was cut']
      : [`${cut} textes de plus de 50 000 caractères ont été coupés`, `${cut} texts over 50,000 characters were cut`];
  return [{ fr: `${fr} (Google n’en accepte pas plus par cellule).`, en: `${en} (Google accepts no more in a cell).` }];
}
