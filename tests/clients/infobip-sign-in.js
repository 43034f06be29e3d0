'use strict';

// A client of the unmodified SDK for each authorisation that it knows. The SDK brings no call that fetches a token: a client posts the
// sign-in itself (contracts/infobip.md, "Auth"), here through the SDK's own transport.
const { Infobip, AuthType } = require('@infobip-api/sdk');

/** The transport of a client: its axios instance, which carries the Authorization header. */
const httpOf = (client) => client.channels.sms.http;

async function signIn(baseUrl, workspace, authorisation) {
  const withKey = new Infobip({ baseUrl, apiKey: workspace.apiKey, authType: AuthType.ApiKey });
  const { username, password, clientId, clientSecret } = workspace;
  switch (authorisation) {
    case 'ApiKey':
      return withKey;
    case 'Basic':
      return new Infobip({ baseUrl, username, password, authType: AuthType.Basic });
    case 'IBSSO': {
      const { data } = await httpOf(withKey).post('/auth/1/session', { username, password });
      return new Infobip({ baseUrl, ibssoToken: data.token, authType: AuthType.IBSSO });
    }
    case 'OAuth': {
      const form = new URLSearchParams({ client_id: clientId, client_secret: clientSecret, grant_type: 'client_credentials' });
      const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
      const { data } = await httpOf(withKey).post('/auth/1/oauth2/token', form, { headers });
      return new Infobip({ baseUrl, oauthToken: data.access_token, authType: AuthType.OAuth });
    }
    default:
      throw new Error(`No such authorisation: ${authorisation}`);
  }
}

module.exports = { signIn, httpOf };
