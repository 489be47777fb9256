import type { Calls } from '../src/app/rpc';

/** What a function of the script answers. */
export type Answer<N extends keyof Calls> = ReturnType<Calls[N]>;

/**
 * Calls a function of the script. Rejects with an `Error` when the execution did not come to its end: Google killed it, or
 * there is no connection. What a function has to say itself comes in its `Result`.
 */
export function call<N extends keyof Calls>(name: N, ...given: Parameters<Calls[N]>): Promise<Answer<N>> {
  return new Promise((resolve, reject) => {
    const run = google.script.run.withSuccessHandler(resolve).withFailureHandler(reject);
    const method = run[name];
    if (typeof method === 'function') method.apply(run, given);
    else reject(new Error(`There is no function ${name}`));
  });
}

interface Runner {
  withSuccessHandler(handler: (value: never) => void): Runner & Methods;
  withFailureHandler(handler: (error: Error) => void): Runner & Methods;
}

type Methods = { readonly [N in keyof Calls]?: (...given: readonly unknown[]) => void };

declare const google: { readonly script: { readonly run: Runner & Methods } };
