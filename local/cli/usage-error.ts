/** Words that the command line does not understand; the message never repeats what may be a secret. */
export class UsageError extends Error {}
