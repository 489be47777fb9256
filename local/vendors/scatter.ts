import { Random } from './random';

/** `count` different positions below `size`, in ascending order, spread over the whole of it; `turn` varies the draw. */
export function scatter(size: number, count: number, turn: number): readonly number[] {
  const wanted = Math.min(size, count);
  const random = new Random('scatter', size, count, turn);
  return Array.from({ length: wanted }, (_, at) => {
    const from = Math.floor((at * size) / wanted);
    return random.int(from, Math.floor(((at + 1) * size) / wanted) - 1);
  });
}
