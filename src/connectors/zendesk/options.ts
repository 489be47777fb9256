import type { Settings } from '../connector';
import { readChoice, YES_OR_NO } from './read-choice';

/** What the user wants in the table of tickets. */
export interface Options {
  readonly description: boolean;
  /** What becomes of the row of a deleted ticket. */
  readonly deleted: 'remove' | 'flag';
  /** What the columns are called that are wanted, in lower case; empty: all. */
  readonly columns: readonly string[];
  /** Between two fields of the file in Drive; null: no file. */
  readonly separator: string | null;
}

/** The settings that shape the table. Throws `SettingsError` for what means nothing. */
export function readOptions(settings: Settings): Options {
  const columns = (settings.columns ?? '').split(/[,\n]/).map((name) => name.trim().toLowerCase());
  const csv = readChoice(settings, 'csv', { ';': [';'], ',': [','], off: ['off', ...YES_OR_NO.no] }, ';');
  return {
    description: readChoice(settings, 'description', YES_OR_NO, 'no') === 'yes',
    deleted: readChoice(settings, 'deleted', { remove: ['remove', 'retirer'], flag: ['flag', 'marquer'] }, 'remove'),
    columns: columns.filter((name) => name !== ''),
    separator: csv === 'off' ? null : csv,
  };
}
