import { cycle } from '../cycle';
import { french } from '../french';
import { hostileTexts } from '../hostile-texts';
import type { JsonObject } from '../json';
import type { Random } from '../random';
import { toIsoFormat } from './python-date';

/**
 * An order with its items. One order in nine lists the same painting twice, and one in eleven a painting that is no
 * longer there, whose name and image are null.
 */
export function order(from: {
  index: number;
  createdOn: number;
  random: Random;
  paintings: number;
  withoutId: boolean;
}): JsonObject {
  const { index, random, withoutId } = from;
  const count = index % 13 === 12 ? 0 : random.int(1, 4);
  const items = Array.from({ length: count }, (_, at) => item(from, at));
  if (index % 9 === 3 && items[0] !== undefined) items.push({ ...items[0], id: itemId(index, count) });
  const total = items.reduce((sum, { price, quantity }) => sum + price * quantity, 0);
  return {
    id: index + 1,
    customer_name:
      index % 8 === 7 ? cycle(hostileTexts, index) : `${random.pick(french.women)} ${random.pick(french.surnames)}`,
    email: index % 6 === 5 ? `Client.${String(index)}@EXAMPLE.test ` : `client.${String(index)}@example.test`,
    address: `${String(random.int(1, 99))} RUE ${random.pick(french.roads)}\n${random.pick(french.towns).join(' ')}`,
    total_price: total,
    order_date: toIsoFormat(from.createdOn, index % 5 === 0 ? 0 : random.int(1, 999_999)),
    status: cycle(['En cours', 'Payée', 'Expédiée', 'Livrée'], index),
    user_id: random.chance(0.3) ? null : random.int(1, 50),
    items: items.map((one) => ({ ...one, id: withoutId ? undefined : one.id })),
  };
}

interface Item {
  readonly id: number;
  readonly painting_id: number;
  readonly quantity: number;
  readonly price: number;
  readonly name: string | null;
  readonly image: string | null;
}

function item({ index, random, paintings }: { index: number; random: Random; paintings: number }, at: number): Item {
  const gone = index % 11 === 10 && at === 0;
  const paintingId = gone ? paintings + 1000 + index : random.int(1, paintings);
  return {
    id: itemId(index, at),
    painting_id: paintingId,
    quantity: random.int(1, 3),
    price: random.int(50, 900),
    name: gone ? null : random.pick(french.paintings),
    image: gone ? null : `Images/oeuvre-${String(paintingId)}.jpg`,
  };
}

function itemId(order: number, at: number): number {
  return order * 10 + at + 1;
}
