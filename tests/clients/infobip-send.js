'use strict';

// In: {baseUrl, workspace, authorisation, body}. Sends, and prints what the SDK got: {status, data}.
const readInput = require('./read-input');
const { signIn, httpOf } = require('./infobip-sign-in');

async function main() {
  const { baseUrl, workspace, authorisation, body } = await readInput();
  const client = await signIn(baseUrl, workspace, authorisation);
  const { status, data } = await httpOf(client).post('/kakao-alim/1/messages', body);
  process.stdout.write(JSON.stringify({ status, data }));
}

main().catch((error) => {
  process.stderr.write(`${error.stack}\n${JSON.stringify(error.response?.data)}\n`);
  process.exitCode = 1;
});
