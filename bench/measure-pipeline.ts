import type { Api, Page, Stream } from '../src/connectors/connector';
import { wedof } from '../src/connectors/wedof/wedof';
import { findLayout } from '../src/destinations/layout';
import { planWrite } from '../src/destinations/plan-write';
import { parseJson } from '../src/http/json';

/** What the product's own work costs, in milliseconds of CPU time for each record. */
export interface PipelineCost {
  /** `JSON.parse` of the answers and nothing else. */
  readonly parse: number;
  /** From the answers' texts to the cells of new rows: parse, flatten, cells, plan. */
  readonly pipeline: number;
}

/**
 * Measures on pages of registration folders (the texts of Wedof's answers), several times in turn so that both sides see
 * the same machine. The least of the times counts: the others are the machine's noise.
 */
export function measurePipeline(texts: readonly string[]): PipelineCost {
  const stream = wedof.streams({}).find(({ name }) => name === 'registrationFolders');
  if (!stream) throw new Error('wedof has no registrationFolders');
  const records = texts.reduce((sum, text) => sum + readPage(stream, text).rows.length, 0);
  const rounds = Array.from({ length: ROUNDS }, () => ({
    parse: cpu(() => {
      for (const text of texts) JSON.parse(text);
    }),
    pipeline: cpu(() => {
      for (const text of texts) planPage(stream, readPage(stream, text));
    }),
  }));
  return {
    parse: Math.min(...rounds.map(({ parse }) => parse)) / records,
    pipeline: Math.min(...rounds.map(({ pipeline }) => pipeline)) / records,
  };
}

const ROUNDS = 7;

function readPage(stream: Stream, text: string): Page {
  const api: Api = { get: () => ({ body: parseJson(text), headers: {} }), now: () => 0 };
  if (!stream.read) throw new Error(`${stream.name} is not read`);
  return stream.read(api, null);
}

function planPage({ key, columns, name, title, mode }: Stream, { rows }: Page): void {
  const target = { id: name, title, key, columns, mode, owner: 'Wedof' };
  const { missing } = findLayout(target, {}, [], 'fr');
  planWrite(
    [],
    rows.map((record) => ({ key: String(record.externalId), record })),
    {
      columns: missing.map((column, place) => ({ ...column, column: place + 1 })),
      keys: key,
      complete: true,
      insertOnly: false,
      offset: () => 60,
    },
  );
}

/** Milliseconds of CPU time of this process. */
function cpu(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
