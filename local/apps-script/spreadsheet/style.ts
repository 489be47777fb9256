/** How one cell looks: only what differs from Google's defaults. Two equal styles are one object, so `===` compares them. */
export type Style = Readonly<Partial<Record<StyleKey, string>>>;

export type StyleKey =
  | 'numberFormat'
  | 'background'
  | 'fontColor'
  | 'fontWeight'
  | 'fontStyle'
  | 'fontLine'
  | 'fontFamily'
  | 'fontSize'
  | 'wrap'
  | 'horizontal'
  | 'vertical'
  | 'validation';

/** The styles of one row by column, absent where plain. Rows that look alike share one object. */
export type RowStyle = readonly (Style | undefined)[];

export const PLAIN: RowStyle = [];

const styles = new Map<string, Style>();
const rowStyles = new Map<string, RowStyle>([['', PLAIN]]);
const styleIds = new WeakMap<Style, number>();

/** A style with one thing changed; null takes it back to Google's default. */
export function restyle(style: Style | undefined, key: StyleKey, value: string | null): Style | undefined {
  if ((style?.[key] ?? null) === value) return style;
  const others = Object.entries(style ?? {}).filter(([each]) => each !== key);
  return internStyle(Object.fromEntries(value === null ? others : [...others, [key, value]]));
}

/** The one shared object for a style; undefined for the plain one. */
export function internStyle(style: Style): Style | undefined {
  const entries = Object.entries(style).sort(([a], [b]) => (a < b ? -1 : 1));
  if (entries.length === 0) return undefined;
  const key = JSON.stringify(entries);
  let known = styles.get(key);
  if (!known) {
    styles.set(key, (known = Object.freeze(Object.fromEntries(entries))));
    styleIds.set(known, styles.size);
  }
  return known;
}

/** The one shared object for a row's styles, trailing plain cells dropped. */
export function internRowStyle(row: RowStyle): RowStyle {
  let length = row.length;
  while (length > 0 && row[length - 1] === undefined) length--;
  let key = '';
  for (let column = 0; column < length; column++) {
    const style = row[column];
    key += style ? `${String(styleIds.get(style))},` : ',';
  }
  let known = rowStyles.get(key);
  if (!known) rowStyles.set(key, (known = row.slice(0, length)));
  return known;
}
