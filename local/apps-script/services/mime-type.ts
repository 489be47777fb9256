/** The global `MimeType`: types to give a file (developers.google.com, MimeType). */
export const MIME_TYPE_NAMES = Object.freeze({
  CSS: 'text/css',
  CSV: 'text/csv',
  FOLDER: 'application/vnd.google-apps.folder',
  GOOGLE_SHEETS: 'application/vnd.google-apps.spreadsheet',
  HTML: 'text/html',
  JAVASCRIPT: 'application/javascript',
  JPEG: 'image/jpeg',
  MICROSOFT_EXCEL: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  PDF: 'application/pdf',
  PLAIN_TEXT: 'text/plain',
  PNG: 'image/png',
  SVG: 'image/svg+xml',
  ZIP: 'application/zip',
});
