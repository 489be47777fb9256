/** What people let the script do in their name. */
export interface Consents {
  /** A person takes leave away: for these scopes, or altogether, as on their Google Account's page of permissions. */
  readonly revoke: (email: string, scopes?: readonly string[]) => void;
  /** A person gives leave for all again, as when Google asks and they accept. */
  readonly grant: (email: string) => void;
  /** Whether the script may not use a scope of its manifest in a person's name. */
  readonly refuses: (email: string, scope: string) => boolean;
  /** Whether a person has taken leave away altogether. */
  readonly isWithdrawn: (email: string) => boolean;
}

/** Everyone has given leave for all but the scopes in `refused`, which nobody has. */
export function createConsents(refused: ReadonlySet<string>): Consents {
  const withdrawn = new Set<string>();
  const revoked = new Map<string, Set<string>>();
  return {
    revoke(email, scopes) {
      if (scopes) revoked.set(email, new Set([...(revoked.get(email) ?? []), ...scopes]));
      else withdrawn.add(email);
    },
    grant(email) {
      withdrawn.delete(email);
      revoked.delete(email);
    },
    refuses: (email, scope) => withdrawn.has(email) || refused.has(scope) || (revoked.get(email)?.has(scope) ?? false),
    isWithdrawn: (email) => withdrawn.has(email),
  };
}
