import type { JsonObject } from '../json';
import { requestTime } from '../request-time';
import type { Answer, Question } from '../vendor';
import type { RateLimits } from './rate-limits';
import { forbidden, JSON_TYPE, Refusal, toRefusedAnswer } from './refusal';
import type { Route, Routes } from './route';
import { unauthorized, type SignIn } from './sign-in';

export interface DoorOptions {
  readonly role: 'admin' | 'agent';
  readonly htmlErrors: boolean;
  readonly slowAbove: number | null;
}

/** What stands behind the door. */
export interface House {
  readonly routes: Routes;
  /** The user who signs in. */
  me(): JsonObject;
  readonly signIn: SignIn;
  readonly limits: RateLimits;
  readonly statuses: ReadonlyMap<string, number>;
  readonly options: DoorOptions;
  /** Milliseconds since 1970, for requests that do not say when they were sent. */
  now(): number;
}

/** Where every request comes in: who asks, how often, and for what. */
export class Door {
  /** Pages of an export with more records answer 504; null: none. */
  slowAbove: number | null;

  constructor(private readonly house: House) {
    this.slowAbove = house.options.slowAbove;
  }

  answer(question: Question): Answer {
    const time = requestTime(question);
    const isPost = question.method === 'POST' && question.path === TOKENS;
    const violations = this.violations(question, isPost);
    try {
      const now = time ?? this.house.now();
      if (isPost) return { ...this.json(this.house.signIn.mint(question.body, now), 201), route: TOKENS, violations };
      const answer = this.read(question, now, time);
      return { ...answer, violations: [...violations, ...(answer.violations ?? [])] };
    } catch (error) {
      if (error instanceof Refusal) return { ...this.refused(error), ...(isPost ? { route: TOKENS } : {}), violations };
      throw error;
    }
  }

  private violations({ method, path, rawQuery }: Question, isPost: boolean): readonly string[] {
    // The address itself would bring the secret into the log.
    const isBetrayed = this.house.signIn.isBetrayedBy(decode(`${path}?${rawQuery}`));
    const isWrite = method !== 'GET' && !isPost;
    return [...(isBetrayed ? ['a secret in an address'] : []), ...(isWrite ? [`${method} ${path}`] : [])];
  }

  private read(question: Question, now: number, time: number | undefined): Answer {
    const [, path = ''] = /^\/api\/v2(\/.*?)(?:\.json)?$/.exec(question.path) ?? [];
    const caller = this.house.signIn.caller(question, now);
    if (caller === 'powerless') throw forbidden();
    if (caller === 'anonymous' && path !== ME) throw unauthorized(question);
    if (question.method !== 'GET') throw new Refusal(405, { error: 'MethodNotAllowed' }, { Allow: 'GET' });
    if (path === ME) return { ...this.json({ user: caller === 'admin' ? this.house.me() : ANONYMOUS }), route: ME };
    const route = this.house.routes[path];
    if (route === undefined) throw new Refusal(404, { error: 'InvalidEndpoint', description: 'Not found' });
    const { headers, refusal, violations } = this.house.limits.take(route.bucket, time);
    const answer = this.serve(question, { path, now, route, refusal });
    return { ...answer, route: path, violations, headers: { ...answer.headers, ...headers } };
  }

  private serve({ query }: Question, asked: RouteAsked): Answer {
    const { path, now, route, refusal } = asked;
    try {
      if (refusal !== undefined) throw refusal;
      const status = this.house.statuses.get(route.list) ?? 200;
      if (status !== 200) throw forbidden(status);
      if (this.house.options.role !== 'admin' && isForAdmins(path)) throw forbidden();
      const { body, weight = 0, page } = route.serve({ path, query, now });
      if (this.slowAbove !== null && weight > this.slowAbove) return this.timedOut();
      return { ...this.json(body), ...(page === undefined ? {} : { page }) };
    } catch (error) {
      if (error instanceof Refusal) return this.refused(error);
      throw error;
    }
  }

  private refused(refusal: Refusal): Answer {
    return toRefusedAnswer(refusal, this.house.options.htmlErrors && refusal.status === 403);
  }

  private timedOut(): Answer {
    if (this.house.options.htmlErrors) return toRefusedAnswer(new Refusal(504, {}), true);
    return { status: 504, body: 'upstream request timeout', headers: { 'Content-Type': 'text/plain' } };
  }

  private json(body: JsonObject, status = 200): Answer {
    return { status, body: JSON.stringify(body), headers: JSON_TYPE };
  }
}

interface RouteAsked {
  readonly path: string;
  readonly now: number;
  readonly route: Route;
  readonly refusal: Refusal | undefined;
}

const TOKENS = '/oauth/tokens';
const ME = '/users/me';

/** Who one is with credentials that are missing or wrong, with status 200. */
const ANONYMOUS: JsonObject = {
  id: null,
  url: null,
  name: 'Anonymous user',
  email: 'invalid@example.com',
  role: 'end-user',
  active: null,
  verified: false,
};

function isForAdmins(path: string): boolean {
  return path.startsWith('/incremental/') || path === '/satisfaction_ratings';
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
