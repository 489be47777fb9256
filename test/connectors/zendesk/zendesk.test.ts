import { zendesk } from '../../../src/connectors/zendesk/zendesk';
import { SettingsError, SignInError } from '../../../src/core/errors';
import { thrown } from '../../fixtures/thrown';
import { createScriptedZendesk, inTurn, zendeskSettings, type ScriptedZendesk } from '../../fixtures/zendesk';

const me = (user: Readonly<Record<string, string | number | null>>): ScriptedZendesk =>
  createScriptedZendesk({ 'users/me': inTurn({ user }) });
const claire = { id: 46406158025617, name: 'Claire Exemple', role: 'admin' };

test('check says who is signed in, and where', () => {
  const { en, fr } = zendesk.check(me(claire).api, zendeskSettings);
  expect(en).toBe('Connected to acme.zendesk.com: Claire Exemple.');
  expect(fr).toBe('Connecté à acme.zendesk.com : Claire Exemple.');
  expect(zendesk.check(me(claire).api).en).toBe('Connected to Zendesk: Claire Exemple.');
});

test('check is not fooled by the 200 that greets an anonymous visitor', () => {
  const { api } = me({ id: null, name: 'Anonymous user', role: 'end-user' });
  expect(thrown(SignInError, () => zendesk.check(api)).advice.en).toContain('does not recognise your credentials');
});

test('check says when there is no account under that subdomain', () => {
  const nowhere = createScriptedZendesk({ 'users/me': inTurn({ status: 404, text: '<html>No help desk</html>' }) });
  const { field, advice } = thrown(SettingsError, () => zendesk.check(nowhere.api, zendeskSettings));
  expect(field).toBe('subdomain');
  expect(advice.fr).toContain('pas de compte Zendesk à cette adresse');
});

test.each(['agent', 'end-user'])('check says when who is signed in is no administrator (%s)', (role) => {
  const error = thrown(SignInError, () => zendesk.check(me({ ...claire, role }).api, zendeskSettings));
  expect(error.advice.en).toContain('Claire Exemple, who is no administrator');
  expect(error.advice.fr).toContain('réserve l’export des tickets aux administrateurs');
});

test('check says until when API tokens work, to those who use one', () => {
  expect(zendesk.check(me(claire).api, { ...zendeskSettings, signIn: 'token' }).fr).toContain('30 avril 2027');
  expect(zendesk.check(me(claire).api, { ...zendeskSettings, signIn: 'client' }).fr).not.toContain('2027');
});

test('what tickets refer to is read before them', () => {
  const streams = zendesk.streams({});
  expect(streams.map(({ name }) => name)).toEqual([
    'ticket_fields',
    'ticket_forms',
    'brands',
    'groups',
    'organizations',
    'users',
    'tickets',
    'satisfaction_ratings',
    'ticket_metric_events',
  ]);
  expect(streams.filter(({ optional }) => optional).map(({ name }) => name)).toEqual([
    'satisfaction_ratings',
    'ticket_metric_events',
  ]);
});
