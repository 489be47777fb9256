/** `<name><ending>`, or `<name> (2)<ending>` and so on where that is taken, which it is from then on; a `/` becomes `-`. */
export function freeName(name: string, ending: string, taken: Set<string>): string {
  const plain = name.replaceAll('/', '-');
  for (let n = 1; ; n += 1) {
    const file = n === 1 ? `${plain}${ending}` : `${plain} (${String(n)})${ending}`;
    if (taken.has(file)) continue;
    taken.add(file);
    return file;
  }
}
