'use strict';

// In: {baseUrl, sinch}, the gateway's tokens being short-lived. The clock of this client is two hours slow, so that the SDK believes its token to be
// good long after the gateway does: what it does when it is told "expired" is seen. Calls until a second token was fetched; prints the exchanges.
const readInput = require('./read-input');
const { clientOf, watchExchanges } = require('./sinch-client');

const PATIENCE_MS = 20_000;
const realNow = Date.now.bind(Date);
Date.now = () => realNow() - 2 * 3600 * 1000;

async function main() {
  const input = await readInput();
  const sinch = clientOf(input);
  const exchanges = watchExchanges();
  const tokens = () => exchanges.filter(({ path }) => path === '/oauth2/token').length;
  const until = realNow() + PATIENCE_MS;
  let calls = 0;
  while (tokens() < 2 && realNow() < until) {
    await sinch.conversation.app.list({});
    calls++;
  }
  process.stdout.write(JSON.stringify({ calls, exchanges: exchanges.slice(-4) }));
}

main().catch((error) => {
  process.stderr.write(`${error.stack}\n${error.data}\n`);
  process.exitCode = 1;
});
