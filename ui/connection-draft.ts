import type {
  ConnectionView,
  ConnectorView,
  Draft,
  Failure,
  ReadMode,
  Rhythm,
  SettingView,
  StreamView,
} from '../src/app/rpc';

/** What stands in the form of a connection. */
export interface FormValues {
  readonly title: string;
  /** By setting name; a secret that is absent stays as it is stored. */
  readonly settings: Readonly<Record<string, string>>;
  /** Names of the chosen ones. */
  readonly streams: readonly string[];
  /** An address; blank: this spreadsheet. */
  readonly spreadsheet: string;
  readonly tabs: Readonly<Record<string, string>>;
  readonly mode: ReadMode;
  readonly schedule: Rhythm | null;
}

/** How many characters of a setting the script takes. */
export const LONGEST_SETTING = 2000;

/** What the form shows first: the connection as it is, or the usual choices for a new one. */
export function toValues(connector: ConnectorView, connection?: ConnectionView): FormValues {
  const open = connector.settings.filter(({ secret }) => !secret);
  return {
    title: connection?.title ?? '',
    settings: Object.fromEntries(open.map(({ name }) => [name, connection?.settings[name] ?? ''])),
    streams: chosenStreams(connector, connection).map(({ name }) => name),
    spreadsheet: connection?.spreadsheet === undefined ? '' : SPREADSHEETS + connection.spreadsheet,
    tabs: connection?.tabs ?? {},
    mode: connection?.mode ?? 'changes',
    schedule: connection?.schedule ? toRhythm(connection.schedule) : null,
  };
}

/** The kinds of records that a connection reads; without one, those that most people want. */
export function chosenStreams(connector: ConnectorView, connection?: ConnectionView): readonly StreamView[] {
  const stored = connection?.streams ?? [];
  return connector.streams.filter(({ name, optional }) => (stored.length === 0 ? !optional : stored.includes(name)));
}

/** What the form asks the server to store: beside settings, streams and title, only what it changes. */
export function toDraft(connector: ConnectorView, values: FormValues, connection?: ConnectionView): Draft {
  const before = toValues(connector, connection);
  const differs = (name: keyof FormValues): boolean => JSON.stringify(values[name]) !== JSON.stringify(before[name]);
  const title = values.title.trim();
  return {
    ...(connection ? { id: connection.id } : {}),
    connector: connector.name,
    ...(title === '' ? {} : { title }),
    settings: toSettings(connector, values.settings, connection),
    streams: toStreams(connector, values.streams),
    ...(differs('spreadsheet') ? { spreadsheet: values.spreadsheet.trim() } : {}),
    ...(differs('tabs') ? { tabs: values.tabs } : {}),
    ...(differs('mode') ? { mode: values.mode } : {}),
    ...(differs('schedule') ? { schedule: values.schedule } : {}),
  };
}

/** Whether a draft's settings or secrets are others than those of the connection, so that a test of them makes sense. */
export function changesSettings(connector: ConnectorView, { settings }: Draft, connection?: ConnectionView): boolean {
  if (!connection) return true;
  return connector.settings.some(({ name, secret }) =>
    secret ? settings[name] !== undefined : (settings[name] ?? '') !== (connection.settings[name] ?? ''),
  );
}

/** Whether a setting makes a difference beside what else is typed. */
export function isShown({ when }: SettingView, connector: ConnectorView, settings: FormValues['settings']): boolean {
  if (!when) return true;
  const typed = settings[when.setting]?.trim().toLowerCase() ?? '';
  const ruling = connector.settings.find(({ name }) => name === when.setting);
  return when.values.includes(typed === '' ? (ruling?.choices?.[0]?.value ?? '') : typed);
}

/** `missing`: it is needed and blank; `mismatch`: it is not written as its pattern says. */
export type Fault = 'missing' | 'mismatch';

/** What is wrong with a text typed for a setting; null: nothing. */
export function faultOf({ required, pattern }: SettingView, text: string): Fault | null {
  const typed = text.trim();
  if (typed === '') return required ? 'missing' : null;
  return pattern === undefined || new RegExp(`^(?:${pattern})$`).test(typed) ? null : 'mismatch';
}

/** What must be mended before the server is asked, by field, in the form's order. `isKept`: secrets that may stay blank. */
export function faultsOf(
  connector: ConnectorView,
  values: FormValues,
  isKept: (name: string) => boolean,
): readonly (readonly [string, Fault])[] {
  const shown = connector.settings.filter((setting) => isShown(setting, connector, values.settings));
  const faults = shown.flatMap((setting): [string, Fault][] => {
    const text = values.settings[setting.name];
    if (text === undefined && isKept(setting.name)) return [];
    const fault = faultOf(setting, text ?? '');
    return fault ? [[setting.name, fault]] : [];
  });
  return values.streams.length === 0 ? [...faults, ['streams', 'missing']] : faults;
}

/** The field of the form at which a failure is mended; null when it is at none. */
export function fieldOf(failure: Failure, connector: ConnectorView, values: FormValues): string | null {
  const shown = connector.settings.filter((setting) => isShown(setting, connector, values.settings));
  if (failure.kind === 'SignInError') return shown.find(({ secret }) => secret)?.name ?? null;
  const { field } = failure;
  if (field === undefined) return null;
  if (shown.some(({ name }) => name === field) || OWN_FIELDS.includes(field)) return field;
  if (field === 'hour' || field === 'day' || field === 'every') return 'schedule';
  return connector.streams.some(({ name }) => name === field) ? 'tabs' : null;
}

const SPREADSHEETS = 'https://docs.google.com/spreadsheets/d/';

/** Those of every form, whatever the connector. */
const OWN_FIELDS: readonly string[] = ['title', 'streams', 'spreadsheet', 'tabs', 'mode', 'schedule'];

function toRhythm({ every, hour, day }: Rhythm): Rhythm {
  return { every, hour, ...(day === undefined ? {} : { day }) };
}

/** Blank ones are left out: that clears them. But a secret is cleared by a blank only, and a hidden setting stays. */
function toSettings(
  connector: ConnectorView,
  typed: FormValues['settings'],
  connection?: ConnectionView,
): Record<string, string> {
  const settings: Record<string, string> = {};
  for (const setting of connector.settings) {
    const { name, secret, required, choices } = setting;
    const stored = connection?.settings[name] ?? '';
    const text = isShown(setting, connector, typed) ? typed[name]?.trim() : secret ? undefined : stored;
    if (text === undefined) continue;
    // The first choice stands for a blank: choosing it where nothing is stored changes nothing.
    if (stored === '' && text === choices?.[0]?.value) continue;
    if (text !== '' || (secret && !required)) settings[name] = text;
  }
  return settings;
}

/** None for the usual ones, so that those of a later version are among them. */
function toStreams({ streams }: ConnectorView, chosen: readonly string[]): readonly string[] {
  if (streams.every(({ name, optional }) => chosen.includes(name) !== optional)) return [];
  return streams.filter(({ name }) => chosen.includes(name)).map(({ name }) => name);
}
