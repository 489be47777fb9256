/**
 * The writes of one execution that Google has not carried out yet. SpreadsheetApp bundles writes until the script reads
 * or flushes (developers.google.com, Apps Script, "Best practices: minimize calls"), so that the Sheets API, which looks
 * at the stored spreadsheet, does not see them before.
 */
export interface WriteBuffer {
  /** Keeps a write for later; `shape` tells that it changes rows, columns or tabs, on which ranges depend. */
  readonly add: (write: () => void, shape?: boolean) => void;
  /** Carries out all writes in their order; the first that fails throws, and those after it are dropped. */
  readonly flush: () => void;
  /** As flush, when a waiting write changes the shape of a tab. */
  readonly flushShape: () => void;
  /** Forgets what waits. */
  readonly drop: () => void;
}

/** A buffer with nothing in it. */
export function createWriteBuffer(): WriteBuffer {
  let waiting: (() => void)[] = [];
  let hasShape = false;
  const drop = (): void => {
    waiting = [];
    hasShape = false;
  };
  const flush = (): void => {
    const writes = waiting;
    drop();
    for (const write of writes) write();
  };
  return {
    add(write, shape = false) {
      waiting.push(write);
      hasShape ||= shape;
    },
    flush,
    flushShape() {
      if (hasShape) flush();
    },
    drop,
  };
}
