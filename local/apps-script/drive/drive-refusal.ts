/** What Drive answers when it refuses: the services turn it into an answer with Google's JSON. */
export class DriveRefusal extends Error {
  override readonly name = 'DriveRefusal';

  constructor(
    readonly status: number,
    readonly reason: string,
    message: string,
    /** What of the request is at fault: more members of the first error. */
    readonly where: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }
}

/** The body of a refusal, in Google's JSON form (developers.google.com, Drive API, "Resolve errors"). */
export function refusalJson(refusal: Omit<DriveRefusal, 'name'>): string {
  const { status, reason, message, where } = refusal;
  const domain = DOMAINS[reason] ?? 'global';
  return JSON.stringify({ error: { code: status, message, errors: [{ message, domain, reason, ...where }] } });
}

/** The refusal of a file that does not exist, or not for this script. */
export function fileNotFound(id: string): DriveRefusal {
  return new DriveRefusal(404, 'notFound', `File not found: ${id}.`, { locationType: 'parameter', location: 'fileId' });
}

/** The refusal of a parameter's value. */
export function invalidParameter(name: string, message = 'Invalid Value'): DriveRefusal {
  return new DriveRefusal(400, 'invalid', message, { locationType: 'parameter', location: name });
}

const DOMAINS: Readonly<Record<string, string>> = {
  rateLimitExceeded: 'usageLimits',
  userRateLimitExceeded: 'usageLimits',
};
