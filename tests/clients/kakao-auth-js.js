'use strict';

// Auth.js (@auth/core) as it comes from npm, with its own Kakao provider pointed here by the options that it has for that.
const readInput = require('./read-input');
const { logIn } = require('./kakao-browser');

async function main() {
  const { baseUrl, clientId, clientSecret, person, openId } = await readInput();
  const { Auth } = await import('@auth/core');
  const { default: Kakao } = await import('@auth/core/providers/kakao');
  const app = 'http://localhost:3000';
  const config = {
    basePath: '/auth',
    trustHost: true,
    secret: 'a secret of the test, long enough for it',
    skipCSRFCheck: (await import('@auth/core')).skipCSRFCheck,
    // Without its provider for Kakao: by OpenID Connect, of which it needs nothing but the address.
    providers: [openId ? {
      id: 'kakao',
      name: 'Kakao',
      type: 'oidc',
      issuer: new URL(baseUrl).origin,
      clientId,
      clientSecret,
      checks: ['pkce', 'state', 'nonce'],
      client: { token_endpoint_auth_method: 'client_secret_post' },
      authorization: { params: { scope: 'openid account_email' } },
    } : Kakao({
      clientId,
      clientSecret,
      authorization: { url: new URL('/oauth/authorize', baseUrl).href, params: { scope: '' } },
      token: new URL('/oauth/token', baseUrl).href,
      userinfo: new URL('/v2/user/me', baseUrl).href,
    })],
    callbacks: { jwt: ({ token, account }) => (account ? { ...token, granted: account.scope } : token) },
  };

  const jar = new Map();
  const ask = async (path, init = {}) => {
    const answer = await Auth(new Request(new URL(path, app), { ...init, headers: { ...init.headers, cookie: [...jar].map(([n, v]) => `${n}=${v}`).join('; ') } }), config);
    for (const cookie of answer.headers.getSetCookie()) jar.set(cookie.split('=')[0], cookie.split(';')[0].slice(cookie.indexOf('=') + 1));
    return answer;
  };

  const begun = await ask('/auth/signin/kakao', { method: 'POST', headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, body: '' });
  const back = await logIn(begun.headers.get('location'), { person });
  const done = await ask(back.url);
  const session = await ask('/auth/session');
  console.log(JSON.stringify({ status: done.status, location: done.headers.get('location'), session: await session.json() }));
}

main().catch((error) => { console.error(error); process.exit(1); });
