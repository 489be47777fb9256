/** The parts of an answer that a field mask such as `sheets(properties(sheetId,title)),properties.timeZone` asks for. */
export function pickFields(answer: object, mask: string): object {
  return pick(answer, parseMask(mask)) as object;
}

/** By field: what is wanted below it; an empty map is everything. */
interface Mask extends Map<string, Mask> {
  readonly size: number;
}

function parseMask(text: string): Mask {
  const root: Mask = new Map();
  const stack = [root];
  let path: Mask = root;
  for (const [token] of text.matchAll(/[\w*]+|[(),./]/g)) {
    if (token === '(') stack.push(path);
    else if (token === ')') stack.pop();
    if (token === ',' || token === ')') path = stack.at(-1) ?? root;
    if (/^[\w]+$/.test(token)) {
      let next = path.get(token);
      if (!next) path.set(token, (next = new Map()));
      path = next;
    }
  }
  return root;
}

function pick(value: unknown, mask: Mask): unknown {
  if (mask.size === 0 || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item: unknown) => pick(item, mask));
  const picked: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) {
    const below = mask.get(key);
    if (below) picked[key] = pick(item, below);
  }
  return picked;
}
