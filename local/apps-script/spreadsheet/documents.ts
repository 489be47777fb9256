import { createWorkbook, type Answer, type Workbook } from './workbook';

/** The spreadsheets of one account, and how the machine treats them. */
export interface Documents {
  /** By id. */
  readonly workbooks: Map<string, Workbook>;
  /** The spreadsheet that the script is bound to; null for a standalone script. */
  readonly boundId: string | null;
  /** What the user will answer to the next alerts and prompts; without an answer a question is closed. */
  readonly answers: Answer[];
  /**
   * What becomes of the writes that an execution had not flushed when it was killed. Google's documentation does not
   * say: by default they arrive, and code that is right must be right either way.
   */
  unflushed: 'arrive' | 'lost';
  /** The largest request that the Sheets API takes here, in bytes (developers.google.com, Sheets API, "Usage limits"). */
  maxPayload: number;
}

/** An account with one spreadsheet, to which the script is bound. */
export function createDocuments(bound: Workbook | null): Documents {
  return {
    workbooks: new Map(bound ? [[bound.id, bound]] : []),
    boundId: bound?.id ?? null,
    answers: [],
    unflushed: 'arrive',
    maxPayload: 2_000_000,
  };
}

/** Adds a new spreadsheet, with an id such as Google gives. */
export function addWorkbook(documents: Documents, name: string, locale: string, timeZone: string): Workbook {
  const id = `1local${String(documents.workbooks.size + 1).padStart(38, '0')}`;
  const workbook = createWorkbook(id, name, locale, timeZone);
  documents.workbooks.set(id, workbook);
  return workbook;
}
