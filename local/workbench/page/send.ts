import type { Cells, Desk, DeskContacts, Ended, Order } from '../protocol';

/** What the server answers to an order. */
export type Answer<O extends Order> = O extends { readonly do: 'look' }
  ? Desk
  : O extends { readonly do: 'cells' }
    ? Cells
    : O extends { readonly do: 'contacts' }
      ? DeskContacts
      : O extends { readonly do: 'click' | 'fire' }
        ? Ended
        : unknown;

/** The server cannot be reached: it was stopped, or never started. */
export class LostError extends Error {
  override readonly name = 'LostError';
}

/** Has an order carried out. Throws an Error with the server's words when it is refused, a LostError when nobody answers. */
export async function send<O extends Order>(order: O): Promise<Answer<O>> {
  const response = await reach(order);
  const text = await response.text();
  const answer = readAnswer(text);
  if (!answer) throw new Error(`POST /desk -> ${response.status}, ${JSON.stringify(text.slice(0, 200))}`);
  if (!answer.ok) throw new Error(answer.error);
  return answer.value as Answer<O>;
}

type ServerAnswer = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: string };

async function reach(order: Order): Promise<Response> {
  const headers = { 'content-type': 'application/json' };
  try {
    return await fetch('/desk', { method: 'POST', headers, body: JSON.stringify(order) });
  } catch {
    throw new LostError('POST /desk -> no answer');
  }
}

function readAnswer(text: string): ServerAnswer | undefined {
  try {
    return JSON.parse(text) as ServerAnswer;
  } catch {
    return undefined;
  }
}
