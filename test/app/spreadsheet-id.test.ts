import { toSpreadsheetId } from '../../src/app/spreadsheet-id';

const ID = '1AbC-d_eFgHiJkLmNoPqRsTuVwXyZ0123456789abcde';

test.each([
  ['an id', ID],
  ['an id between blanks', ` ${ID}\n`],
  ['an address', `https://docs.google.com/spreadsheets/d/${ID}/edit?gid=0#gid=0`],
  ['an address that ends with the id', `https://docs.google.com/spreadsheets/d/${ID}`],
  ['an address without https', `docs.google.com/spreadsheets/d/${ID}/edit`],
  ['the address of a second account', `https://docs.google.com/spreadsheets/u/1/d/${ID}/edit`],
  ['the address of an organisation', `https://docs.google.com/a/exemple.fr/spreadsheets/d/${ID}/edit#gid=7`],
])('finds the id in %s', (_, typed) => {
  expect(toSpreadsheetId(typed)).toBe(ID);
});

test.each([
  ['nothing', ''],
  ['a name', 'Tickets'],
  ['another site', `https://docs.google.com.example.org/spreadsheets/d/${ID}/edit`],
  ['a text document', `https://docs.google.com/document/d/${ID}/edit`],
  ['a published page', 'https://docs.google.com/spreadsheets/d/e/2PACX-1vAbCdEfGhIjKlMnOpQrStUvWxYz/pubhtml'],
  ['an id with more behind it', `${ID} (Tickets)`],
  ['an address without an id', 'https://docs.google.com/spreadsheets/d/'],
])('does not take %s for a spreadsheet', (_, typed) => {
  expect(toSpreadsheetId(typed)).toBeNull();
});
