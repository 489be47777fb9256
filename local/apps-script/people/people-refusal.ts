import type { Json } from './contact-book';

/** What the API answers instead of a result: the caller turns it into Google's JSON. */
export class PeopleRefusal extends Error {
  override readonly name = 'PeopleRefusal';

  constructor(
    /** The HTTP status. */
    readonly code: number,
    readonly status: Status,
    message: string,
    readonly details: readonly Json[] = [],
    /** Whether an exception that Apps Script makes of it has no `details`. */
    readonly isBare = false,
  ) {
    super(message);
  }
}

/** google.rpc.Code, with the code's number and the reason in the older form of errors. */
const STATUSES = {
  INVALID_ARGUMENT: [3, 'badRequest'],
  FAILED_PRECONDITION: [9, 'failedPrecondition'],
  NOT_FOUND: [5, 'notFound'],
  ALREADY_EXISTS: [6, 'alreadyExists'],
  ABORTED: [10, 'aborted'],
  PERMISSION_DENIED: [7, 'forbidden'],
  UNAUTHENTICATED: [16, 'authError'],
  RESOURCE_EXHAUSTED: [8, 'rateLimitExceeded'],
  INTERNAL: [13, 'backendError'],
  UNAVAILABLE: [14, 'backendError'],
  DEADLINE_EXCEEDED: [4, 'backendError'],
} as const;

type Status = keyof typeof STATUSES;

/** The status that goes with an HTTP status. */
export function statusOf(code: number): Status {
  return BY_CODE[code] ?? (code < 500 ? 'INVALID_ARGUMENT' : 'INTERNAL');
}

const BY_CODE: Readonly<Record<number, Status>> = {
  401: 'UNAUTHENTICATED',
  403: 'PERMISSION_DENIED',
  404: 'NOT_FOUND',
  409: 'ALREADY_EXISTS',
  410: 'FAILED_PRECONDITION',
  429: 'RESOURCE_EXHAUSTED',
  503: 'UNAVAILABLE',
  504: 'DEADLINE_EXCEEDED',
};

/** The body of a refusal (cloud.google.com, API design guide, Errors), with the older list of errors. */
export function refusalBody({ code, status, message, details }: PeopleRefusal): { error: Json } {
  const [, reason] = STATUSES[status];
  return {
    error: {
      ...{ code, message, errors: [{ message, domain: 'global', reason }], status },
      ...(details.length === 0 ? {} : { details: [...details] }),
    },
  };
}

/** A refusal as google.rpc.Status: what a batch says of one of its contacts. */
export function rpcStatus({ status, message }: PeopleRefusal): Json {
  return { code: STATUSES[status][0], message };
}

/** The refusal of an argument. */
export function invalid(message: string): PeopleRefusal {
  return new PeopleRefusal(400, 'INVALID_ARGUMENT', message);
}

/** The refusal of a contact or group that there is not. */
export function notFound(): PeopleRefusal {
  return new PeopleRefusal(404, 'NOT_FOUND', 'Requested entity was not found.');
}

/** google.rpc.ErrorInfo. */
export function errorInfo(reason: string, metadata: Json): Json {
  return { '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason, domain: 'googleapis.com', metadata };
}
