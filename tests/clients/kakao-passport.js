'use strict';

// passport-kakao as it comes from npm; its constructor overwrites the addresses, so they are set behind it (contracts/kakao-developers.md, section 9).
const { Strategy } = require('passport-kakao');
const readInput = require('./read-input');
const { logIn } = require('./kakao-browser');

async function main() {
  const { baseUrl, clientId, callbackUrl, person, agree } = await readInput();
  const strategy = new Strategy({ clientID: clientId, callbackURL: callbackUrl }, (accessToken, refreshToken, profile, done) =>
    done(null, { accessToken, refreshToken, id: profile.id, username: profile.username, displayName: profile.displayName }));
  strategy._oauth2._authorizeUrl = new URL('/oauth/authorize', baseUrl).href;
  strategy._oauth2._accessTokenUrl = new URL('/oauth/token', baseUrl).href;
  strategy._userProfileURL = new URL('/v2/user/me', baseUrl).href;

  const authenticate = (query) => new Promise((resolve) => {
    const request = Object.create(strategy);
    request.redirect = (location) => resolve({ location });
    request.success = (user) => resolve({ user });
    request.fail = (challenge, status) => resolve({ failed: challenge ?? status });
    request.error = (error) => resolve({ error: String(error) });
    request.authenticate({ query, session: {}, headers: {}, connection: {} }, {});
  });

  const { location } = await authenticate({});
  const back = await logIn(location, { person, agree });
  const seen = await authenticate(Object.fromEntries(new URL(back.url).searchParams));
  console.log(JSON.stringify({ ...seen, pages: back.pages.length, back: back.url }));
}

main().catch((error) => { console.error(error); process.exit(1); });
