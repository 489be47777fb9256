import { fieldKey, isSame } from './field-key';
import type { Field } from './fields';
import type { Side } from './policy';

/** What becomes of one field of a client that both sides have. */
export interface Merged {
  /** What both sides have then, in the form of the side that it comes from. */
  readonly value: string;
  /** Where it is written; null: nowhere. */
  readonly to: Side | null;
  /** Why, when a value goes from where it stood. */
  readonly rule: Rule | null;
  /** Both sides had changed the field. */
  readonly isConflict: boolean;
}

/**
 * Why a value was overwritten: one side changed it, both did alike, both did and one won, one erased what the other changed, or it
 * was the first sync.
 */
export type Rule = 'changed' | 'bothAlike' | 'conflict' | 'erasureUndone' | 'firstSync';

/**
 * The three-way merge of one field: `base` is what both sides agreed on last, null when they never did. `winner` decides where
 * both changed it in different ways. An erasure never wins over a change, and nothing blank over something at the first sync.
 */
export function mergeField(field: Field, base: string | null, sheet: string, google: string, winner: Side): Merged {
  const isBlank = { sheet: fieldKey(field, sheet) === '', google: fieldKey(field, google) === '' };
  if (isSame(field, sheet, google)) {
    const isNews = base !== null && fieldKey(field, base) !== '' && !isSame(field, base, sheet);
    return { value: sheet, to: null, rule: isNews ? 'bothAlike' : null, isConflict: false };
  }
  const take = (from: Side, rule: Rule | null, isConflict = false): Merged => ({
    ...{ value: from === 'sheet' ? sheet : google, to: from === 'sheet' ? 'google' : 'sheet' },
    ...{ rule, isConflict },
  });
  if (base === null) {
    if (isBlank.sheet) return take('google', null);
    return isBlank.google ? take('sheet', null) : take(winner, 'firstSync', true);
  }
  const isOverwriting = fieldKey(field, base) === '' ? null : 'changed';
  if (isSame(field, base, sheet)) return take('google', isOverwriting);
  if (isSame(field, base, google)) return take('sheet', isOverwriting);
  if (isBlank.sheet) return take('google', 'erasureUndone', true);
  if (isBlank.google) return take('sheet', 'erasureUndone', true);
  return take(winner, 'conflict', true);
}
