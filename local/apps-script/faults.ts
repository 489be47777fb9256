/** What goes wrong, and when: each fault strikes once. Numbers are 1-based and start anew at `clear` and `resetCalls`. */
export interface Faults {
  /** The n-th call throws this message and has no effect. */
  fail(n: number, message: string, where?: Where): void;
  /** The execution is killed before the n-th call takes effect, or after it did. */
  kill(moment: Moment, n: number, where?: Where): void;
  /** Something happens beside the script, such as a user's edit or a second execution. */
  hook(moment: Moment, n: number, action: () => void, where?: Where): void;
  /** The n-th request of `fetch` and `fetchAll` together goes wrong. */
  http(n: number, fault: HttpFault): void;
  clear(): void;
}

export type Moment = 'before' | 'after';

/** Without `method`, all calls that reach Google's servers are numbered; handles such as `getRange` are not. */
export interface Where {
  /** Numbers the calls of `Service.method` only. */
  readonly method?: string;
  /** Numbers the calls of the machine (as by default), or those of each execution. */
  readonly within?: 'machine' | 'execution';
  /** A later call is struck too, when the n-th has passed already. */
  readonly orLater?: boolean;
}

/** Answers instead of the server, or spoils its answer. */
export interface HttpFault {
  readonly status?: number;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Virtual milliseconds that the request takes longer. */
  readonly delay?: number;
  /** Keeps this many bytes of the body. */
  readonly truncate?: number;
  /** No answer at all. */
  readonly failure?: 'dns' | 'unavailable' | 'timeout';
  /** Of a request to Google Drive: the bytes of its body that arrive before the failure; `Infinity`: only the answer is lost. */
  readonly arrived?: number;
  /** Bytes that the answer has, whatever the server sends: more than 50 MB make UrlFetchApp refuse it. */
  readonly size?: number;
}

/** The call that is about to take place or has, and its numbers. */
export interface NumberedCall {
  readonly method: string;
  readonly costed: boolean;
  readonly machine: Numbers;
  readonly execution: Numbers;
}

/** Its number among the costed calls, and among those of its method. */
export interface Numbers {
  readonly costed: number;
  readonly method: number;
}

export type Strike = { readonly kind: 'fail'; readonly message: string } | { readonly kind: 'kill' } | Hook;
interface Hook {
  readonly kind: 'hook';
  readonly action: () => void;
}

/** The plan, and how the machine asks it. */
export interface FaultPlan extends Faults {
  /** What strikes at this moment of this call; struck faults are forgotten. */
  strikes(moment: Moment, call: NumberedCall): Strike[];
  /** The fault of the n-th request, if any; then forgotten. */
  takeHttp(n: number): HttpFault | undefined;
}

/** A plan without faults. */
export function createFaultPlan(): FaultPlan {
  let planned: { moment: Moment; n: number; where: Where; strike: Strike }[] = [];
  const http = new Map<number, HttpFault>();
  const plan = (moment: Moment, n: number, where: Where | undefined, strike: Strike): void => {
    planned.push({ moment, n, where: where ?? {}, strike });
  };
  return {
    fail: (n, message, where) => {
      plan('before', n, where, { kind: 'fail', message });
    },
    kill: (moment, n, where) => {
      plan(moment, n, where, { kind: 'kill' });
    },
    hook: (moment, n, action, where) => {
      plan(moment, n, where, { kind: 'hook', action });
    },
    http: (n, fault) => void http.set(n, fault),
    clear() {
      planned = [];
      http.clear();
    },
    strikes(moment, call) {
      if (planned.length === 0) return [];
      const due = planned.filter((fault) => fault.moment === moment && isStruck(call, fault));
      planned = planned.filter((fault) => !due.includes(fault));
      return due.map((fault) => fault.strike);
    },
    takeHttp(n) {
      const fault = http.get(n);
      http.delete(n);
      return fault;
    },
  };
}

function isStruck(call: NumberedCall, { n, where }: { readonly n: number; readonly where: Where }): boolean {
  const number = numberOf(call, where);
  return number !== undefined && (number === n || (where.orLater === true && number > n));
}

function numberOf(call: NumberedCall, { method, within = 'machine' }: Where): number | undefined {
  const numbers = call[within];
  if (method !== undefined) return method === call.method ? numbers.method : undefined;
  return call.costed ? numbers.costed : undefined;
}
