/** A 32-bit hash of a text (FNV-1a over its UTF-16 units): equal for equal texts, and hardly for others. */
export function hashText(text: string): number {
  // Looked up once: for each of millions of characters, a global may cost more than the rest.
  const { imul } = Math;
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}
