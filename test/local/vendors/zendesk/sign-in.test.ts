import type { JsonObject } from '../../../../local/vendors/json';
import { toText } from '../../../../local/vendors/json';
import { NOW, openAccount, toObject, type OpenAccount } from './open-account';

const EXPORT = '/api/v2/incremental/tickets/cursor?start_time=0';
const CLIENT = {
  grant_type: 'client_credentials',
  client_id: 'sync',
  client_secret: 'local-zendesk-secret',
  scope: 'read',
};

function mint(account: OpenAccount, body: object): readonly [number, JsonObject] {
  const answer = account.ask('/oauth/tokens', { method: 'POST', authorization: '', body: JSON.stringify(body) });
  return [answer.status, toObject(answer.body)];
}

function statusWith(account: OpenAccount, authorization: string, at?: number): number {
  return account.ask(EXPORT, { authorization, ...(at === undefined ? {} : { at }) }).status;
}

const basic = (text: string): string => `Basic ${Buffer.from(text).toString('base64')}`;

describe('client credentials', () => {
  test('mint a bearer token with 201 and its life in seconds', () => {
    const account = openAccount({ tickets: 5 });
    const [status, token] = mint(account, CLIENT);
    expect([status, token]).toMatchObject([201, { token_type: 'bearer', scope: 'read', expires_in: 1800 }]);
    expect(statusWith(account, `Bearer ${toText(token.access_token)}`)).toBe(200);
  });

  test('a token lives as long as asked for, and no longer than the account allows', () => {
    expect(mint(openAccount({ tickets: 5 }), { ...CLIENT, expires_in: 86_400 })[1].expires_in).toBe(86_400);
    expect(mint(openAccount({ tickets: 5, tokenSeconds: 600 }), { ...CLIENT, expires_in: 86_400 })[1].expires_in).toBe(
      600,
    );
    for (const expires_in of [299, 172_801])
      expect(mint(openAccount({ tickets: 5 }), { ...CLIENT, expires_in })[0]).toBe(400);
  });

  test('a token that is over, or that control revoked, answers 401', () => {
    const account = openAccount({ tickets: 5 });
    const bearer = (): string => `Bearer ${toText(mint(account, CLIENT)[1].access_token)}`;
    const first = bearer();
    expect(statusWith(account, first, NOW + 1_799_000)).toBe(200);
    expect(statusWith(account, first, NOW + 1_800_000)).toBe(401);
    const second = bearer();
    account.act('revokeTokens');
    const { status, body } = account.ask(EXPORT, { authorization: second });
    expect([status, toObject(body).error]).toEqual([401, 'invalid_token']);
    expect(statusWith(account, bearer())).toBe(200);
  });

  test.each([
    ['a wrong secret', { client_secret: 'guessed' }, 401, 'invalid_client'],
    ['an unknown client', { client_id: 'nobody' }, 401, 'invalid_client'],
    ['a scope that the client does not have', { scope: 'read write' }, 400, 'invalid_scope'],
    ['another grant', { grant_type: 'password' }, 400, 'unsupported_grant_type'],
  ])('%s answers in the words of OAuth', (_what, other, status, error) => {
    const [answered, body] = mint(openAccount({ tickets: 5 }), { ...CLIENT, ...other });
    expect([answered, body.error]).toEqual([status, error]);
    expect(JSON.stringify(body)).not.toContain('guessed');
  });

  test('a body that is no JSON answers 400', () => {
    const body = 'grant_type=client_credentials';
    expect(openAccount({ tickets: 5 }).ask('/oauth/tokens', { method: 'POST', body }).status).toBe(400);
  });

  test('a scope that does not exist gets a token that opens nothing', () => {
    const account = openAccount({ tickets: 5 });
    const [status, token] = mint(account, { ...CLIENT, scope: 'everything' });
    expect([status, statusWith(account, `Bearer ${toText(token.access_token)}`)]).toEqual([201, 403]);
  });
});

describe('other ways in', () => {
  const account = openAccount({ tickets: 5 });

  test('an API token with its e-mail address, and a bearer token as given', () => {
    expect(statusWith(account, basic('admin@exemple.fr/token:local-zendesk-token'))).toBe(200);
    expect(statusWith(account, 'Bearer local-zendesk-bearer')).toBe(200);
  });

  test.each([
    ['no credentials', '', "Couldn't authenticate you"],
    ['a wrong API token', basic('admin@exemple.fr/token:guessed'), "Couldn't authenticate you"],
    ['a password', basic('admin@exemple.fr:local-zendesk-token'), "Couldn't authenticate you"],
    ['a wrong bearer token', 'Bearer guessed', 'invalid_token'],
  ])('%s answers 401', (_what, authorization, error) => {
    const { status, body } = account.ask(EXPORT, { authorization });
    expect([status, toObject(body).error]).toEqual([401, error]);
  });

  test('who one is answers 200 with an anonymous user when the credentials are wrong or missing', () => {
    for (const authorization of ['', 'Bearer guessed', basic('a/token:b')]) {
      const { status, body } = account.ask('/api/v2/users/me.json', { authorization });
      expect([status, toObject(body)]).toMatchObject([200, { user: { id: null, role: 'end-user' } }]);
    }
    expect(account.get('users/me')).toMatchObject({ user: { email: 'admin@exemple.fr', role: 'admin' } });
    expect(openAccount({ tickets: 5, role: 'agent' }).get('users/me')).toMatchObject({ user: { role: 'agent' } });
  });
});

describe('violations', () => {
  const violations = (target: string, method = 'GET'): readonly string[] =>
    openAccount({ tickets: 5 }).ask(target, { method }).violations ?? [];

  test.each(['local-zendesk-secret', 'local-zendesk-token', 'local%2Dzendesk-bearer'])(
    'the secret %s in an address is one, and is not repeated',
    (secret) => {
      expect(violations(`/api/v2/users/me?token=${secret}`)).toEqual(['a secret in an address']);
    },
  );

  test('so is any write but the request for a token', () => {
    expect(violations('/api/v2/tickets', 'POST')).toEqual(['POST /api/v2/tickets']);
    expect(violations('/api/v2/groups', 'DELETE')).toEqual(['DELETE /api/v2/groups']);
    expect(violations('/oauth/tokens', 'POST')).toEqual([]);
  });

  test('a minted token in an address is one too', () => {
    const account = openAccount({ tickets: 5 });
    const token = toText(mint(account, CLIENT)[1].access_token);
    expect(account.ask(`/api/v2/groups?access_token=${token}`).violations).toEqual(['a secret in an address']);
  });
});
