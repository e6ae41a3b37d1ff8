// An OpenID Connect provider for the tests: node identity-provider.mjs REDIRECT-ADDRESS SIGNED-OUT-ADDRESS. It prints "Ready ISSUER".
// Whoever comes to its sign-in page is who the header x-person says, a member of the groups in x-groups; without the header they decline.
// POST /fault/NAME makes the next id token faulty, which no provider does by itself. POST /elsewhere/token_endpoint publishes that address on 127.0.0.2,
// where it listens as well; POST /groups/PERSON/a,b puts somebody into other groups.
import { createServer } from 'node:http';
import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { Provider } from 'oidc-provider';

const clientId = 'made-test';
const clientSecret = 'a-secret-of-the-tests';
const base64 = (value) => Buffer.from(value).toString('base64url');
const keyPair = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
const own = keyPair();
const now = () => Math.floor(Date.now() / 1000);
const memberOf = new Map();
let fault = '';
let elsewhere = '';
let askedElsewhere = 0;

const byKey = (key) => (input) => sign('sha256', input, key).toString('base64url');
const signed = (claims, header = {}, signature = byKey(own.privateKey)) => {
  const input = `${base64(JSON.stringify({ alg: 'RS256', kid: 'own', typ: 'JWT', ...header }))}.${base64(JSON.stringify(claims))}`;
  return `${input}.${signature(input)}`;
};
const faulty = {
  'wrong nonce': (c) => signed({ ...c, nonce: 'of-another-sign-in' }),
  'no nonce': ({ nonce, ...c }) => signed(c),
  'wrong issuer': (c) => signed({ ...c, iss: 'https://login.example.org' }),
  'wrong audience': (c) => signed({ ...c, aud: 'another-site' }),
  'two audiences': (c) => signed({ ...c, aud: [clientId, 'another-site'] }),
  'another party': (c) => signed({ ...c, azp: 'another-site' }),
  'expired': (c) => signed({ ...c, iat: now() - 7200, exp: now() - 3600 }),
  'no expiry': ({ exp, ...c }) => signed(c),
  'no person': ({ sub, ...c }) => signed(c),
  'not signed': (c) => signed(c, { alg: 'none' }, () => ''),
  'signed by the shared secret': (c) => signed(c, { alg: 'HS256' }, (input) => createHmac('sha256', clientSecret).update(input).digest('base64url')),
  'signed by another key': (c) => signed(c, {}, byKey(keyPair().privateKey)),
  'signed by an unknown key': (c) => signed(c, { kid: 'unknown' }, byKey(keyPair().privateKey)),
  'changed after it was signed': (c) => signed(c).replace(/\.[^.]+\./, `.${base64(JSON.stringify({ ...c, sub: 'somebody-else' }))}.`),
  'no token': () => 'none',
  'authenticated long ago': (c) => signed({ ...c, auth_time: now() - 3600 }),
  'authenticated at no time': ({ auth_time, ...c }) => signed(c),
  'authenticated in time to come': (c) => signed({ ...c, auth_time: now() + 3600 }),
};

const server = createServer();
const otherHost = createServer();
server.listen(0, '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [process.argv[2]], post_logout_redirect_uris: [process.argv[3]], require_auth_time: true }],
    jwks: { keys: [{ ...own.privateKey.export({ format: 'jwk' }), kid: 'own', use: 'sig', alg: 'RS256' }] },
    cookies: { keys: ['a-key-of-the-tests'] },
    claims: { openid: ['sub'], profile: ['preferred_username', 'groups'] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub, preferred_username: `${sub}@example.org`, groups: memberOf.get(sub) ?? [] }) }),
    loadExistingGrant: async (ctx) => {
      const grant = new ctx.oidc.provider.Grant({ clientId, accountId: ctx.oidc.session.accountId });
      grant.addOIDCScope('openid profile');
      await grant.save();
      return grant;
    },
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 3600, IdToken: 300, Interaction: 600, Session: 3600 },
  });
  provider.use(async (ctx, next) => {
    await next();
    if (elsewhere && ctx.oidc?.route === 'discovery') {
      ctx.body = { ...ctx.body, [elsewhere]: ctx.body[elsewhere].replace('//127.0.0.1:', '//127.0.0.2:') };
    }
    if (fault && ctx.oidc?.route === 'token' && ctx.body?.id_token) {
      ctx.body.id_token = faulty[fault](JSON.parse(Buffer.from(ctx.body.id_token.split('.')[1], 'base64url')));
      fault = '';
    }
  });
  const answer = provider.callback();
  const onRequest = async (request, response) => {
    if (request.url === '/elsewhere') {
      response.end(String(askedElsewhere));
    } else if (request.url.startsWith('/elsewhere/')) {
      elsewhere = request.url.slice('/elsewhere/'.length);
      response.writeHead(204).end();
    } else if (request.url.startsWith('/groups/')) {
      const [, , person, groups] = request.url.split('/');
      memberOf.set(person, groups.split(',').filter(Boolean));
      response.writeHead(204).end();
    } else if (request.url.startsWith('/fault/')) {
      fault = decodeURIComponent(request.url.slice('/fault/'.length));
      response.writeHead(fault in faulty ? 204 : 404).end();
    } else if (request.url.startsWith('/interaction/')) {
      const person = request.headers['x-person'];
      memberOf.set(person, (request.headers['x-groups'] ?? '').split(',').filter(Boolean));
      await provider.interactionFinished(request, response, person ? { login: { accountId: person } } : { error: 'access_denied' });
    } else {
      answer(request, response);
    }
  };
  server.on('request', onRequest);
  otherHost.on('request', (request, response) => {
    askedElsewhere++;
    return onRequest(request, response);
  });
  otherHost.listen(server.address().port, '127.0.0.2', () => console.log(`Ready ${issuer}`));
});
