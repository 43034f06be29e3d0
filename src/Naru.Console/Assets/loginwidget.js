// Logins of the JavaScript SDK 1.x: this frame hears from the login window (signedin.js) or asks how a login ended, fetches the tokens, and tells the page.
import { serve, tell } from './xdm.js';

async function read(path, options) {
  const answer = await fetch(path, { credentials: 'omit', ...options });
  return answer.json();
}

async function giveTokens(code, key, redirect, more = {}) {
  const form = new URLSearchParams({ grant_type: 'authorization_code', client_id: key, redirect_uri: redirect, code });
  // The page waits for an answer, whatever becomes of the request.
  const tokens = await read('/oauth/token', { method: 'POST', body: form }).catch((failure) => ({ error: 'server_error', error_description: String(failure) }));
  tell('postResponse', { ...tokens, ...more });
}

addEventListener('message', async ({ origin, data }) => {
  if (origin !== location.origin || data?.frame !== window.name) {
    return;
  }

  const { code, client_id: key, state, ...refusal } = JSON.parse(data.told);
  if (code) {
    await giveTokens(code, key, 'kakaojs', { stateToken: state });
  } else {
    tell('postResponse', { ...refusal, stateToken: state });
  }
});

serve({
  getAccessToken: (code, key, redirect) => giveTokens(code, key, redirect),
  getCode: async (state, key, ka) => tell('postResponse', await read(`/apiweb/code.json?${new URLSearchParams({ client_id: key, state, ka })}`)),
});
