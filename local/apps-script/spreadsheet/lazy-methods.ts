/** A set of methods over a scope; `handles` are those that reach no server. */
export interface LazyMethods<Scope extends object> {
  readonly create: (scope: Scope) => object;
  readonly isHandle: (name: string) => boolean;
}

/**
 * The methods of the handle part and of the others, each part built for a scope when one of its methods is first asked
 * for: a loop over a hundred thousand ranges asks most of them for one method only.
 */
export function defineLazyMethods<Scope extends object>(
  handles: (scope: Scope) => object,
  ...others: readonly ((scope: Scope) => object)[]
): LazyMethods<Scope> {
  let prototype: object | undefined;
  let handleNames: ReadonlySet<string> = new Set();
  const key = Symbol('scope');
  const describe = (first: Scope): object => {
    handleNames = new Set(Object.keys(handles(first)));
    const getters = [...others, handles].flatMap((part) => {
      const build = buildOnce(part, key);
      return Object.keys(part(first)).map((name) => [name, { get: build(name), enumerable: true }] as const);
    });
    return Object.create(null, Object.fromEntries(getters)) as object;
  };
  return {
    create(scope) {
      prototype ??= describe(scope);
      return Object.assign(Object.create(prototype) as object, { [key]: scope });
    },
    isHandle: (name) => handleNames.has(name),
  };
}

/** A getter by name that puts all methods of the part on the object it is called on. */
function buildOnce(part: (scope: never) => object, key: symbol): (name: string) => (this: object) => unknown {
  return (name) =>
    function get() {
      const built = part(Reflect.get(this, key) as never);
      Object.defineProperties(this, Object.getOwnPropertyDescriptors(built));
      return Reflect.get(built, name) as unknown;
    };
}
