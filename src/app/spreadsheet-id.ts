/** The id in what a user typed: the address of a Google spreadsheet, or the id alone. Null when it is neither. */
export function toSpreadsheetId(typed: string): string | null {
  const text = typed.trim();
  const [, inAddress] = ADDRESS.exec(text) ?? [];
  const id = inAddress ?? text;
  return ID.test(id) ? id : null;
}

/** Several accounts in one browser make it `/spreadsheets/u/1/d/…`, and an organisation's may begin with `/a/domain`. */
const ADDRESS = /^(?:https?:\/\/)?docs\.google\.com\/(?:a\/[^/]+\/)?spreadsheets\/(?:u\/\d+\/)?d\/([^/?#]+)/i;

/** 44 signs today. What stands in the address of a published page (`/d/e/…`) is no id. */
const ID = /^[\w-]{20,}$/;
