import type { Api } from './connector';

/** `read`, which asks once for each `Api`, and so once in an execution; an error is not kept. */
export function once<T>(read: (api: Api) => T): (api: Api) => T {
  const known = new WeakMap<Api, { readonly value: T }>();
  return (api) => {
    const kept = known.get(api) ?? { value: read(api) };
    known.set(api, kept);
    return kept.value;
  };
}
