import type { ConnectionView, ConnectorView, Failure, SettingView } from '../../src/app/rpc';
import {
  changesSettings,
  faultOf,
  faultsOf,
  fieldOf,
  type FormValues,
  isShown,
  toDraft,
  toValues,
} from '../../ui/connection-draft';

describe('the draft of a new connection', () => {
  it('holds what was typed, and leaves the usual choices to the script', () => {
    const values = typed({ site: ' acme ', key: ' k-1234 ' });
    expect(toDraft(CONNECTOR, values)).toEqual({
      connector: 'shop',
      settings: { site: 'acme', key: 'k-1234' },
      streams: [],
    });
  });

  it('names the streams as soon as they are not the usual ones', () => {
    expect(toDraft(CONNECTOR, { ...typed({}), streams: ['orders', 'events'] }).streams).toEqual(['orders', 'events']);
    expect(toDraft(CONNECTOR, { ...typed({}), streams: ['orders'] }).streams).toEqual(['orders']);
  });

  it('leaves out what was typed into a field that is hidden now', () => {
    const hidden = typed({ site: 'acme', mode: 'key', email: 'a@b.fr', key: 'k-1234' });
    expect(toDraft(CONNECTOR, hidden).settings).toEqual({ site: 'acme', key: 'k-1234' });
  });

  it('takes the first choice for a blank', () => {
    expect(toDraft(CONNECTOR, typed({ mode: 'key' })).settings).toEqual({});
    expect(toDraft(CONNECTOR, typed({ mode: 'mail' })).settings).toEqual({ mode: 'mail' });
  });
});

describe('the draft of a change', () => {
  it('changes nothing when nothing was changed', () => {
    const draft = toDraft(CONNECTOR, toValues(CONNECTOR, STORED), STORED);
    expect(draft).toEqual({
      id: STORED.id,
      connector: 'shop',
      title: 'Shop',
      settings: { site: 'acme', mode: 'mail', email: 'a@b.fr' },
      streams: ['orders'],
    });
    expect(changesSettings(CONNECTOR, draft, STORED)).toBe(false);
  });

  it('leaves the schedule alone unless the user changed it, so that a pause stays', () => {
    const values = toValues(CONNECTOR, STORED);
    expect(toDraft(CONNECTOR, { ...values, mode: 'full' }, STORED)).not.toHaveProperty('schedule');
    expect(toDraft(CONNECTOR, { ...values, schedule: null }, STORED).schedule).toBeNull();
  });

  it('keeps a stored setting that is hidden, for when it is shown again', () => {
    const values = toValues(CONNECTOR, STORED);
    const draft = toDraft(CONNECTOR, { ...values, settings: { ...values.settings, mode: 'key' } }, STORED);
    expect(draft.settings).toEqual({ site: 'acme', mode: 'key', email: 'a@b.fr' });
  });

  it('clears an open setting that was made blank, and a secret that the connector can do without', () => {
    const values = toValues(CONNECTOR, STORED);
    const settings = { ...values.settings, email: '', extra: '' };
    expect(toDraft(CONNECTOR, { ...values, settings }, STORED).settings).toEqual({
      site: 'acme',
      mode: 'mail',
      extra: '',
    });
  });

  it('differs in its settings as soon as a secret is typed', () => {
    const values = toValues(CONNECTOR, STORED);
    const draft = toDraft(CONNECTOR, { ...values, settings: { ...values.settings, token: 'x' } }, STORED);
    expect(changesSettings(CONNECTOR, draft, STORED)).toBe(true);
  });
});

describe('what a form asks', () => {
  it('shows a field only beside the choice that it belongs to', () => {
    const shown = (mode: string): string[] =>
      CONNECTOR.settings.filter((setting) => isShown(setting, CONNECTOR, { mode })).map(({ name }) => name);
    expect(shown('')).toContain('key');
    expect(shown('')).not.toContain('email');
    expect(shown('mail')).toContain('email');
    expect(shown('mail')).not.toContain('key');
  });

  it('asks for what is needed, in the order of the form, and for at least one stream', () => {
    const values = { ...typed({ mode: 'mail', email: 'no address' }), streams: [] };
    expect(faultsOf(CONNECTOR, values, () => false)).toEqual([
      ['site', 'missing'],
      ['email', 'mismatch'],
      ['token', 'missing'],
      ['streams', 'missing'],
    ]);
  });

  it('lets a stored secret stay, but not one that is being replaced', () => {
    const isKept = (name: string): boolean => name === 'token';
    const values = toValues(CONNECTOR, STORED);
    expect(faultsOf(CONNECTOR, values, isKept)).toEqual([]);
    const replaced = { ...values, settings: { ...values.settings, token: '' } };
    expect(faultsOf(CONNECTOR, replaced, isKept)).toEqual([['token', 'missing']]);
  });

  it('compares the whole text with the pattern, without the blanks around it', () => {
    const email = { ...setting('email'), pattern: 'a|b' };
    expect(faultOf(email, ' b ')).toBeNull();
    expect(faultOf(email, 'ab')).toBe('mismatch');
    expect(faultOf(email, '')).toBe('missing');
    expect(faultOf({ ...email, required: false }, '')).toBeNull();
  });
});

describe('where a failure is mended', () => {
  const at = (failure: Partial<Failure>): string | null =>
    fieldOf({ ok: false, kind: 'SettingsError', advice: '', details: '', ...failure }, CONNECTOR, typed({}));

  it('is the setting or the part of the form that the script names', () => {
    expect(at({ field: 'site' })).toBe('site');
    expect(at({ field: 'spreadsheet' })).toBe('spreadsheet');
    expect(at({ field: 'hour' })).toBe('schedule');
    expect(at({ field: 'orders' })).toBe('tabs');
  });

  it('is the key that is shown when the system refuses it', () => {
    expect(at({ kind: 'SignInError' })).toBe('key');
  });

  it('is nowhere in the form when it names nothing that is shown', () => {
    expect(at({ field: 'email' })).toBeNull();
    expect(at({ kind: 'BusyError' })).toBeNull();
  });
});

function setting(name: string, more: Partial<SettingView> = {}): SettingView {
  return { name, title: name, help: '', example: 'x', secret: false, required: true, ...more };
}

const CONNECTOR: ConnectorView = {
  name: 'shop',
  title: 'Shop',
  help: '',
  icon: '',
  settings: [
    setting('site'),
    setting('mode', {
      required: false,
      choices: [
        { value: 'key', title: 'Key' },
        { value: 'mail', title: 'E-mail' },
      ],
    }),
    setting('key', { secret: true, when: { setting: 'mode', values: ['key'] } }),
    setting('email', { pattern: '\\S+@\\S+', when: { setting: 'mode', values: ['mail'] } }),
    setting('token', { secret: true, when: { setting: 'mode', values: ['mail'] } }),
    setting('extra', { secret: true, required: false }),
  ],
  streams: [
    { name: 'orders', title: 'Orders', help: '', optional: false },
    { name: 'users', title: 'Users', help: '', optional: false },
    { name: 'events', title: 'Events', help: '', optional: true },
  ],
};

const STORED: ConnectionView = {
  id: '0123456789',
  connector: 'shop',
  title: 'Shop',
  settings: { site: 'acme', mode: 'mail', email: 'a@b.fr' },
  streams: ['orders'],
  owner: 'me@school.fr',
  isMine: true,
  needsSecrets: false,
  createdAt: '2026-11-20T08:00:00.000Z',
  spreadsheet: 'abc',
  tabs: { orders: 'My orders' },
  mode: 'changes',
  schedule: { every: 'week', hour: 6, day: 1, next: '2026-11-23', paused: true, text: 'every week' },
};

/** A form of a new connection with these settings. */
function typed(settings: Readonly<Record<string, string>>): FormValues {
  return { ...toValues(CONNECTOR), settings };
}
