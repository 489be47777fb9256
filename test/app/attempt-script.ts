import { attempt, attemptUnseen } from '../../src/app/attempt';
import { rememberSecrets } from '../../src/app/secrets';
import { SettingsError } from '../../src/core/errors';

// What `attempt.test.ts` runs on the local Apps Script.

export function succeed(): unknown {
  return attempt(() => 7);
}

export function failAsForeseen(secret: string): unknown {
  return attempt(() => refuse(secret));
}

export function failByAccident(secret: string): unknown {
  rememberSecrets([secret]);
  return attempt(() => {
    throw new TypeError(`cannot bake with ${secret}\n    at oven (Code:1:1)`);
  });
}

export function failUnseen(secret: string): unknown {
  return attemptUnseen(() => refuse(secret));
}

function refuse(secret: string): never {
  rememberSecrets([secret]);
  throw new SettingsError('apiKey', `bakery: GET /me?key=${secret} -> 401\nNo.`, {
    fr: `La clé ${secret} est refusée.`,
    en: `The key ${secret} is refused.`,
  });
}
