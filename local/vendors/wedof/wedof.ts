import type { Answer, Question, Vendor } from '../vendor';
import type { VendorClock } from '../vendor-clock';
import { DAY } from './account';
import { Problem, toProblemAnswer } from './problem';
import { createRecords } from './records';
import type { Route } from './route';
import { createRoutes } from './routes';

export interface WedofOptions {
  readonly seed: number;
  /** Registration folders at the start; the other kinds follow from their number. */
  readonly folders: number;
  /** Whether one folder's notes are longer than 50,000 characters. */
  readonly longNote: boolean;
  /** Whether lists say in headers how long they are. */
  readonly pagingHeaders: boolean;
}

/** What lists answer at the start: some are in no account that was ever seen, and some may refuse. */
const STATUSES: Readonly<Record<string, number>> = {
  users: 200,
  trainings: 200,
  trainingActions: 200,
  sessions: 200,
  attendees: 200,
  registrationFolders: 200,
  certificationFolders: 200,
  organisms: 404,
  activities: 200,
  bareActivities: 404,
  evaluations: 404,
  invoices: 200,
  payments: 200,
  barePayments: 400,
  surveys: 200,
  workingContracts: 200,
};

/**
 * The Wedof API below `/api`, read-only: lists are bare arrays in pages, any write answers 405. `sessions`,
 * `attendees`, ... in `statuses` speak of the lists; single records and nested lists answer on their own.
 */
export function createWedof(options: WedofOptions, clock: VendorClock): Vendor {
  const today = Math.floor(clock.now() / DAY) * DAY;
  const records = createRecords({ ...options, today });
  const statuses = new Map(Object.entries(STATUSES));
  const routes = createRoutes(records, { statuses, pagingHeaders: options.pagingHeaders, now: () => clock.now() });
  return {
    name: 'wedof',
    kinds: records.kinds,
    statuses,
    answer: (question) => answer(routes, question),
    gate: {
      header: 'x-api-key',
      unauthorized: () => toProblemAnswer(new Problem(401, 'Full authentication is required to access this resource.')),
      methodNotAllowed({ method, path }) {
        const refused = toProblemAnswer(new Problem(405, `No route found for "${method} ${path}": Method Not Allowed`));
        return { ...refused, headers: { ...refused.headers, Allow: 'GET' } };
      },
    },
  };
}

function answer(routes: readonly Route[], question: Question): Answer {
  if (!question.path.startsWith('/api/')) return HTML_404;
  for (const entry of routes) {
    const { route } = entry;
    const match = entry.pattern.exec(question.path.slice('/api'.length));
    if (match === null) continue;
    try {
      return { ...entry.serve(question.query, match.slice(1).map(decode)), route };
    } catch (error) {
      if (error instanceof Problem) return toProblemAnswer(error, route);
      throw error;
    }
  }
  return toProblemAnswer(new Problem(404, 'No route found for this path'));
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new Problem(400, 'The path is not properly encoded');
  }
}

const HTML_404: Answer = {
  status: 404,
  headers: { 'Content-Type': 'text/html; charset=utf-8' },
  body: '<!DOCTYPE html><html lang="fr"><head><title>Page introuvable</title></head><body><h1>404</h1></body></html>',
};
