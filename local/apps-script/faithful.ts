/**
 * The named methods of one of Google's interfaces, as an implementation must have them: every overload's parameter
 * types are accepted and primitive results are of Google's type, or the implementation does not compile. Results that
 * are Google's objects or enum values may be any object or null, because a service may know fewer methods than Google's.
 */
export type Faithful<Google, Method extends keyof Google> = { [M in Method]: EveryOverload<Google[M]> };

type EveryOverload<F> = F extends {
  (...args: infer A): infer R;
  (...args: infer B): infer S;
  (...args: infer C): infer T;
  (...args: infer D): infer U;
  (...args: infer E): infer V;
  (...args: infer G): infer W;
  (...args: infer H): infer X;
  (...args: infer I): infer Y;
}
  ? Overload<A, R> &
      Overload<B, S> &
      Overload<C, T> &
      Overload<D, U> &
      Overload<E, V> &
      Overload<G, W> &
      Overload<H, X> &
      Overload<I, Y>
  : F;

/** An overload that the pattern above had to invent, because there are fewer than eight, asks for nothing. */
type Overload<Args, Result> = unknown[] extends Args
  ? unknown
  : Args extends readonly unknown[]
    ? (...args: Args) => Loose<Result>
    : never;

type Loose<R> = 0 extends 1 & R
  ? unknown
  : [R] extends [Nothing]
    ? Nothing
    : R extends string | boolean | bigint | null | undefined
      ? R
      : R extends number
        ? LooseNumber<R>
        : R extends readonly (infer Item)[]
          ? Loose<Item>[]
          : object | null;

type Nothing = ReturnType<() => void>;

/** Google's enums are declared as numbers but are objects when a script runs; only `number` itself is a number. */
type LooseNumber<R extends number> =
  (<T>(value: T) => T extends R ? 1 : 2) extends <T>(value: T) => T extends number ? 1 : 2 ? R : object;
