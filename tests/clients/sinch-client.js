'use strict';

// A client of the unmodified SDK, and what it sent: Node itself tells of every request, so nothing of the SDK is touched.
const { subscribe } = require('node:diagnostics_channel');
const { SinchClient } = require('@sinch/sdk-core');

function clientOf({ baseUrl, sinch: { projectId, keyId, keySecret } }) {
  const origin = baseUrl.replace(/\/$/, '');
  return new SinchClient({
    projectId,
    keyId,
    keySecret,
    authHostname: origin,
    conversationHostname: origin,
    conversationTemplatesHostname: origin,
    // The standard output is the script's answer.
    logger: null,
  });
}

/** From now on, every exchange as {method, path, status}. */
function watchExchanges() {
  const exchanges = [];
  subscribe('http.client.response.finish', ({ request, response }) => {
    exchanges.push({ method: request.method, path: request.path, status: response.statusCode });
  });
  return exchanges;
}

module.exports = { clientOf, watchExchanges };
