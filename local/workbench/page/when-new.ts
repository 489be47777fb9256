/** Calls `draw` when the value, compared as JSON, is another than last time: what is drawn keeps its focus until then. */
export function whenNew<T>(draw: (value: T) => void): (value: T) => void {
  let last: string | undefined;
  return (value) => {
    const text = JSON.stringify(value);
    if (text === last) return;
    last = text;
    draw(value);
  };
}
