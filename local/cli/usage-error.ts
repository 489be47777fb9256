/** Words that the command line does not understand; the message never repeats what may be a secret. */
export class UsageError extends Error {}

/** What `parse` returns; what it throws becomes a `UsageError`. */
export function orUsageError<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
