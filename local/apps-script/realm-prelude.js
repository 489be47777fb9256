/* Runs inside each new script context and hands back what the machine needs of that context's own classes. */
(function prelude(now) {
  'use strict';
  const RealDate = Date;

  /* A function, not a class: `Date()` without `new` is legal and gives a string. */
  function VirtualDate(...parts) {
    if (!new.target) return new RealDate(now()).toString();
    return Reflect.construct(RealDate, parts.length === 0 ? [now()] : parts, new.target);
  }
  /* A copy: V8 takes the longer to change the constructor of the real one, the more contexts it has not yet cleared away. */
  const prototype = Object.create(Object.prototype, {
    ...Object.getOwnPropertyDescriptors(RealDate.prototype),
    constructor: { value: VirtualDate, writable: true, configurable: true },
  });
  Object.defineProperties(VirtualDate, {
    name: { value: 'Date' },
    length: { value: 7 },
    prototype: { value: prototype, writable: false },
    now: { value: () => now(), writable: true, configurable: true },
    parse: { value: RealDate.parse, writable: true, configurable: true },
    UTC: { value: RealDate.UTC, writable: true, configurable: true },
  });
  Object.defineProperty(globalThis, 'Date', { value: VirtualDate, writable: true, configurable: true });

  /* The service method that the script is in: its stack traces end there, as on Google. */
  let entered;

  return {
    array: () => [],
    object: () => ({}),
    date: (milliseconds) => new VirtualDate(milliseconds),
    error(name, message) {
      const error = new Error(message);
      Object.defineProperty(error, 'name', { value: name, writable: true, configurable: true });
      Error.captureStackTrace(error, entered);
      return error;
    },
    method(name, call) {
      const method = function (...args) {
        const outer = entered;
        entered = method;
        try {
          return call(args);
        } finally {
          entered = outer;
        }
      };
      Object.defineProperty(method, 'name', { value: name });
      return method;
    },
    /* Follows a promise; other values are settled already. */
    follow(value) {
      const end = { settled: true, failed: false, value };
      if (value instanceof Promise) {
        end.settled = false;
        value.then(
          (result) => Object.assign(end, { settled: true, value: result }),
          (error) => Object.assign(end, { settled: true, failed: true, value: error }),
        );
      }
      return end;
    },
  };
});
