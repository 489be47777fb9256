import type { Clock, Send } from '../platform/services';

/** `send`, with at least `spacing` milliseconds from the start of one request to the start of the next. */
export function withPace(send: Send, clock: Clock, spacing: number): Send {
  let next = 0;
  return (request) => {
    const wait = next - clock.now();
    if (wait > 0) clock.sleep(wait);
    next = clock.now() + spacing;
    return send(request);
  };
}
