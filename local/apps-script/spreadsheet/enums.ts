import { enumeration } from '../enumeration';

/** The enums of SpreadsheetApp that the local one knows, values in the documented order. */
export const ENUMS = {
  BorderStyle: enumeration('DOTTED', 'DASHED', 'SOLID', 'SOLID_MEDIUM', 'SOLID_THICK', 'DOUBLE'),
  CopyPasteType: enumeration(
    'PASTE_NORMAL',
    'PASTE_NO_BORDERS',
    'PASTE_FORMAT',
    'PASTE_FORMULA',
    'PASTE_DATA_VALIDATION',
    'PASTE_VALUES',
    'PASTE_CONDITIONAL_FORMATTING',
    'PASTE_COLUMN_WIDTHS',
  ),
  DeveloperMetadataLocationType: enumeration('SPREADSHEET', 'SHEET', 'ROW', 'COLUMN'),
  DeveloperMetadataVisibility: enumeration('DOCUMENT', 'PROJECT'),
  Direction: enumeration('UP', 'DOWN', 'PREVIOUS', 'NEXT'),
  Dimension: enumeration('COLUMNS', 'ROWS'),
  ProtectionType: enumeration('RANGE', 'SHEET'),
  SheetType: enumeration('GRID', 'OBJECT', 'DATASOURCE'),
  WrapStrategy: enumeration('WRAP', 'OVERFLOW', 'CLIP'),
};

/** The enums of Ui. */
export const UI_ENUMS = {
  Button: enumeration('CLOSE', 'OK', 'CANCEL', 'YES', 'NO'),
  ButtonSet: enumeration('OK', 'OK_CANCEL', 'YES_NO', 'YES_NO_CANCEL'),
};
