import type { AccountOptions } from '../../../local/apps-script/account';
import type { Project } from '../../../local/apps-script/project';
import type { RemoteView, Result } from '../../../src/app/rpc';
import { type AddOn, openAddOn } from '../add-on';

/** An add-on that can be called from outside, and the one who calls. */
export interface RemoteDesk {
  readonly addOn: AddOn;
  /** The latest secret. */
  secret(): string;
  /** Makes another, and returns the earlier one. */
  rotate(): string;
  /** What a GET or a POST answers, with the secret unless told; `body` is sent as JSON. Throws when it is no JSON. */
  get(path: string, options?: CallOptions): Told;
  post(path: string, body?: unknown, options?: CallOptions): Told;
  /** The answer to a request as it is. */
  send(method: 'GET' | 'POST', path: string, type?: string, body?: string): Told;
  /** Starts a run, lets it end, and returns how it went. */
  follow(run: string): Told;
}

export interface CallOptions {
  /** Null: none. */
  readonly secret?: string | null;
  /** More of the address, such as `&a=1`. */
  readonly query?: string;
}

/** What stands in the body of an answer. */
export interface Told {
  readonly success: boolean;
  readonly message: string;
  readonly data: never;
  readonly status: number;
}

export function openRemoteDesk(project: Project, options: AccountOptions = {}): RemoteDesk {
  return remoteDeskOn(openAddOn(project, { startAt: Date.UTC(2026, 10, 20, 9), ...options }));
}

/** Switches the calls on. */
export function remoteDeskOn(addOn: AddOn): RemoteDesk {
  const read = (name: 'switchRemote' | 'rotateRemote', ...args: unknown[]): string => {
    const result = addOn.call(name, ...args) as Result<RemoteView>;
    if (!result.ok) throw new Error(result.advice);
    return result.value.secret ?? '';
  };
  let secret = read('switchRemote', true);
  const send: RemoteDesk['send'] = (method, path, type, body) => {
    const answer = addOn.machine.web(addOn.project, {
      ...{ method, path },
      ...(type === undefined ? {} : { type }),
      ...(body === undefined ? {} : { body }),
    });
    if (answer.kind !== 'text' || answer.type !== 'application/json') throw new Error(JSON.stringify(answer));
    return JSON.parse(answer.content) as Told;
  };
  const addressOf = (path: string, { secret: given = secret, query = '' }: CallOptions = {}): string =>
    `?path=${encodeURIComponent(path)}${given === null ? '' : `&secret=${given}`}${query}`;
  const desk: RemoteDesk = {
    ...{ addOn, send },
    secret: () => secret,
    rotate() {
      const earlier = secret;
      secret = read('rotateRemote');
      return earlier;
    },
    get: (path, options) => send('GET', addressOf(path, options)),
    post: (path, body, options) =>
      body === undefined
        ? send('POST', addressOf(path, options), 'application/x-www-form-urlencoded', '')
        : send('POST', addressOf(path, options), 'application/json', JSON.stringify(body)),
    follow(run) {
      addOn.machine.runUntilIdle();
      return desk.get(`/runs/${run}`);
    },
  };
  return desk;
}
